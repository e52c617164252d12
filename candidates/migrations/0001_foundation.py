import django.core.validators
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    # The steps that led here, for installations that took them one by one.
    replaces = [
        ("candidates", "0001_initial"),
    ]

    initial = True

    dependencies = [
    ]

    operations = [
        migrations.CreateModel(
            name='Accomplishment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=2000)),
            ],
        ),
        migrations.CreateModel(
            name='Application',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('status', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], default='DRAFT', max_length=20, verbose_name='status')),
                ('reference', models.CharField(blank=True, max_length=20, null=True, unique=True, verbose_name='reference number')),
                ('code', models.CharField(blank=True, max_length=8, verbose_name='code')),
                ('source', models.CharField(blank=True, max_length=60)),
                ('source_token', models.CharField(blank=True, max_length=40, verbose_name='came from')),
                ('answers', models.JSONField(blank=True, default=dict)),
                ('link_digest', models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ('import_key', models.CharField(blank=True, max_length=64, null=True, unique=True)),
                ('suspected_spam', models.BooleanField(default=False)),
                ('begun_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason_code', models.CharField(blank=True, choices=[('ESSENTIAL_NOT_MET', 'An essential is not met'), ('LESS_EVIDENCE', 'Others showed stronger evidence of the duties'), ('INTERVIEW', 'The interview showed a gap in an essential duty'), ('REFERENCES', 'References did not support the application'), ('OFFER_DECLINED', 'The offer was declined'), ('SEATS_FILLED', 'All openings are filled'), ('POSITION_CANCELLED', 'The position was cancelled')], max_length=30, verbose_name='reason')),
                ('note', models.TextField(blank=True, max_length=2000, verbose_name='note for the file')),
                ('outcome_sent_at', models.DateTimeField(blank=True, null=True)),
                ('scenarios_begun_at', models.DateTimeField(blank=True, null=True)),
                ('scenarios_done_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'application',
                'verbose_name_plural': 'applications',
                'permissions': [('decide_application', 'Can move and decide applications'), ('reveal_application', 'Can see who a blind application is from')],
            },
        ),
        migrations.CreateModel(
            name='ApplicationEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('status', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], default='DRAFT', max_length=20, verbose_name='status')),
                ('reference', models.CharField(blank=True, max_length=20, null=True, verbose_name='reference number')),
                ('code', models.CharField(blank=True, max_length=8, verbose_name='code')),
                ('source', models.CharField(blank=True, max_length=60)),
                ('source_token', models.CharField(blank=True, max_length=40, verbose_name='came from')),
                ('import_key', models.CharField(blank=True, max_length=64, null=True)),
                ('suspected_spam', models.BooleanField(default=False)),
                ('submitted_at', models.DateTimeField(blank=True, null=True)),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('reason_code', models.CharField(blank=True, choices=[('ESSENTIAL_NOT_MET', 'An essential is not met'), ('LESS_EVIDENCE', 'Others showed stronger evidence of the duties'), ('INTERVIEW', 'The interview showed a gap in an essential duty'), ('REFERENCES', 'References did not support the application'), ('OFFER_DECLINED', 'The offer was declined'), ('SEATS_FILLED', 'All openings are filled'), ('POSITION_CANCELLED', 'The position was cancelled')], max_length=30, verbose_name='reason')),
                ('outcome_sent_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Candidate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('name', models.CharField(max_length=200, verbose_name='full name')),
                ('email', models.EmailField(blank=True, max_length=254, verbose_name='email address')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='phone')),
                ('city', models.CharField(blank=True, max_length=120, verbose_name='town or city')),
            ],
            options={
                'verbose_name': 'candidate',
                'verbose_name_plural': 'candidates',
            },
        ),
        migrations.CreateModel(
            name='Document',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('name', models.CharField(max_length=255, verbose_name='file name')),
                ('file', models.FileField(max_length=120, upload_to='')),
                ('kind', models.CharField(max_length=10)),
                ('size', models.PositiveIntegerField()),
                ('sha256', models.CharField(max_length=64)),
                ('state', models.CharField(choices=[('WAITING', 'Waiting to be read'), ('READ', 'Read'), ('UNREADABLE', 'Could not be read'), ('REFUSED', 'Refused')], default='WAITING', max_length=12)),
                ('reason', models.CharField(blank=True, max_length=60)),
                ('text', models.TextField(blank=True)),
                ('reading', models.JSONField(blank=True, null=True)),
                ('reader_version', models.CharField(blank=True, max_length=20)),
                ('read_at', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='EducationEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('name', models.CharField(max_length=200, verbose_name='qualification')),
                ('institution', models.CharField(blank=True, max_length=200, verbose_name='school or university')),
                ('field', models.CharField(blank=True, max_length=120, verbose_name='main subject')),
                ('level', models.PositiveSmallIntegerField(blank=True, choices=[(1, 'Primary school'), (2, 'Lower secondary school'), (3, 'Upper secondary school'), (4, 'Certificate after school'), (5, 'Higher diploma or associate degree'), (6, "Bachelor's degree"), (7, "Master's degree"), (8, 'Doctorate')], null=True, verbose_name='level')),
                ('finished', models.BooleanField(default=True, verbose_name='finished')),
                ('credits', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MaxValueValidator(600)], verbose_name='credits')),
                ('source', models.CharField(choices=[('FORM', 'Application form'), ('CV', 'Read from the CV')], default='FORM', max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='Letter',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('kind', models.CharField(choices=[('RECEIPT', 'Receipt'), ('SHORTLISTED', 'Shortlist decision'), ('INVITATION', 'Invitation to an interview'), ('OFFER', 'Offer'), ('OUTCOME', 'Outcome'), ('WITHDRAWN', 'Withdrawal confirmed')], max_length=20)),
                ('to', models.EmailField(max_length=254)),
                ('subject', models.CharField(max_length=200)),
                ('body', models.TextField()),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('last_error', models.CharField(blank=True, max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name='RateBucket',
            fields=[
                ('key', models.CharField(max_length=64, primary_key=True, serialize=False)),
                ('tokens', models.FloatField()),
                ('at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'rate limit',
            },
        ),
        migrations.CreateModel(
            name='RequirementAnswer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('answer', models.CharField(blank=True, choices=[('YES', 'Yes'), ('NO', 'No'), ('CANNOT_TELL', 'Cannot tell')], max_length=12, verbose_name='answer')),
                ('level', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='level')),
                ('valid_until', models.DateField(blank=True, null=True, verbose_name='valid until')),
            ],
            options={
                'verbose_name': 'answer to a requirement',
                'verbose_name_plural': 'answers to requirements',
            },
        ),
        migrations.CreateModel(
            name='Seat',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('filled_at', models.DateTimeField()),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='first day at work')),
            ],
            options={
                'verbose_name': 'filled opening',
            },
        ),
        migrations.CreateModel(
            name='StatusChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('old', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], max_length=20)),
                ('new', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], max_length=20)),
                ('reason_code', models.CharField(blank=True, choices=[('ESSENTIAL_NOT_MET', 'An essential is not met'), ('LESS_EVIDENCE', 'Others showed stronger evidence of the duties'), ('INTERVIEW', 'The interview showed a gap in an essential duty'), ('REFERENCES', 'References did not support the application'), ('OFFER_DECLINED', 'The offer was declined'), ('SEATS_FILLED', 'All openings are filled'), ('POSITION_CANCELLED', 'The position was cancelled')], max_length=30)),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='StatusChangeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('old', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], max_length=20)),
                ('new', models.CharField(choices=[('DRAFT', 'Not sent yet'), ('SUBMITTED', 'Received'), ('UNDER_REVIEW', 'Being reviewed'), ('SHORTLISTED', 'Shortlisted'), ('INTERVIEW', 'Interview'), ('OFFER', 'Offer made'), ('HIRED', 'Hired'), ('NOT_SELECTED', 'Not selected'), ('WITHDRAWN', 'Withdrawn')], max_length=20)),
                ('reason_code', models.CharField(blank=True, choices=[('ESSENTIAL_NOT_MET', 'An essential is not met'), ('LESS_EVIDENCE', 'Others showed stronger evidence of the duties'), ('INTERVIEW', 'The interview showed a gap in an essential duty'), ('REFERENCES', 'References did not support the application'), ('OFFER_DECLINED', 'The offer was declined'), ('SEATS_FILLED', 'All openings are filled'), ('POSITION_CANCELLED', 'The position was cancelled')], max_length=30)),
                ('at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WorkDuty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('share', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='per cent of the time')),
            ],
        ),
        migrations.CreateModel(
            name='WorkEntry',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('title', models.CharField(max_length=160, verbose_name='job title')),
                ('employer', models.CharField(blank=True, max_length=160, verbose_name='employer')),
                ('starts_on', models.DateField(blank=True, null=True, verbose_name='from')),
                ('ends_on', models.DateField(blank=True, null=True, verbose_name='to')),
                ('current', models.BooleanField(default=False, verbose_name='I still work here')),
                ('hours_per_week', models.DecimalField(blank=True, decimal_places=1, max_digits=4, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(80)], verbose_name='hours a week')),
                ('text', models.TextField(blank=True, max_length=4000, verbose_name='what you did')),
                ('precision', models.CharField(default='MONTH', max_length=10)),
                ('source', models.CharField(choices=[('FORM', 'Application form'), ('CV', 'Read from the CV')], default='FORM', max_length=10)),
            ],
        ),
    ]
