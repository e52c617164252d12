import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from decimal import Decimal
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models


class Migration(migrations.Migration):
    # The steps that led here, for installations that took them one by one.
    replaces = [
        ("positions", "0001_initial"),
        ("positions", "0002_requirements"),
        ("positions", "0003_copy_requirements"),
        ("positions", "0004_policy_is_needed"),
        ("positions", "0005_dimension"),
        ("positions", "0006_occupations"),
        ("positions", "0007_place"),
        ("positions", "0008_lifecycle"),
    ]

    initial = True

    dependencies = [
        ('pghistory', '0007_auto_20250421_0444'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name='Criterion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('QUALIFICATION', 'Education and experience'), ('DUTY', 'Evidence of a duty'), ('SKILL', 'Skill'), ('LICENCE', 'Licence or certificate'), ('LANGUAGE', 'Language'), ('ELIGIBILITY', 'Condition'), ('WORK_SAMPLE', 'Work sample'), ('SCREENING', 'Working with others'), ('INTERVIEW', 'Structured interview'), ('CONVERSATION', 'Unstructured interview'), ('REFERENCE', 'Structured references'), ('VALUE', 'Work value, shown in behaviour')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=160, verbose_name='title')),
                ('essential', models.BooleanField(default=False, verbose_name='essential')),
                ('weight', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='weight')),
                ('dimension', models.CharField(blank=True, choices=[('COURTESY', 'Courtesy and tact'), ('TEAMWORK', 'Teamwork and help'), ('SERVICE', 'Service orientation'), ('CONFLICT', 'Conflict handling'), ('COMMUNICATION', 'Clear communication')], max_length=14, verbose_name='side of working with others')),
                ('final_weight', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='weight after interviews')),
                ('minimum', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='least score')),
                ('reason', models.CharField(blank=True, max_length=400, verbose_name='why it weighs that much')),
                ('anchor_none', models.CharField(blank=True, max_length=300, verbose_name='0 means')),
                ('anchor_meets', models.CharField(blank=True, max_length=300, verbose_name='50 means')),
                ('anchor_best', models.CharField(blank=True, max_length=300, verbose_name='100 means')),
            ],
            options={
                'verbose_name': 'criterion',
                'verbose_name_plural': 'criteria',
            },
        ),
        migrations.CreateModel(
            name='Duty',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('statement', models.TextField(max_length=600, verbose_name='what is done')),
                ('share', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name='share of time')),
                ('essential', models.BooleanField(default=True, verbose_name='essential')),
                ('essential_reason', models.CharField(blank=True, max_length=300, verbose_name='why it is essential')),
                ('kept_reason', models.CharField(blank=True, max_length=300, verbose_name='why the wording stays')),
                ('source', models.CharField(blank=True, max_length=40)),
            ],
            options={
                'verbose_name': 'duty',
                'verbose_name_plural': 'duties',
            },
        ),
        migrations.CreateModel(
            name='EducationRequirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(max_length=400, verbose_name='why the duties need it')),
            ],
        ),
        migrations.CreateModel(
            name='EquivalencePolicyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('name', models.CharField(max_length=80, verbose_name='name')),
                ('rule', models.CharField(choices=[('COMBINATION', 'They add up: 100 % from both together'), ('EITHER', 'Either of them is enough'), ('YEAR_FOR_YEAR', 'Year for year: one makes up for the other'), ('BOTH', 'Both are needed')], default='COMBINATION', max_length=20, verbose_name='rule')),
                ('cap_experience', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='most that experience may bring')),
                ('cap_education', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='most that education may bring')),
                ('credits_per_year', models.PositiveSmallIntegerField(default=30, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1000)], verbose_name='credits in an academic year')),
                ('retired', models.BooleanField(default=False, verbose_name='no longer offered')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='ExperienceRequirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('kind_of_work', models.CharField(max_length=160, verbose_name='kind of work')),
                ('months', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(240)], verbose_name='months needed')),
                ('headroom', models.PositiveSmallIntegerField(default=24, validators=[django.core.validators.MaxValueValidator(120)], verbose_name='months beyond that still count')),
                ('education_counts', models.BooleanField(default=True, verbose_name='education may make up for it')),
            ],
        ),
        migrations.CreateModel(
            name='ExperienceRequirementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('order', models.PositiveSmallIntegerField()),
                ('kind_of_work', models.CharField(max_length=160, verbose_name='kind of work')),
                ('months', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(240)], verbose_name='months needed')),
                ('headroom', models.PositiveSmallIntegerField(default=24, validators=[django.core.validators.MaxValueValidator(120)], verbose_name='months beyond that still count')),
                ('education_counts', models.BooleanField(default=True, verbose_name='education may make up for it')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Occupation',
            fields=[
                ('code', models.CharField(max_length=10, primary_key=True, serialize=False, verbose_name='code')),
                ('title', models.CharField(max_length=200, verbose_name='title')),
                ('description', models.TextField(max_length=4000, verbose_name='description')),
                ('job_zone', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='job zone')),
                ('education', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None)),
                ('experience', django.contrib.postgres.fields.ArrayField(base_field=models.PositiveSmallIntegerField(), default=list, size=None)),
                ('release', models.CharField(blank=True, max_length=10, verbose_name='release')),
            ],
            options={
                'verbose_name': 'occupation',
                'verbose_name_plural': 'occupations',
            },
        ),
        migrations.CreateModel(
            name='OccupationTask',
            fields=[
                ('id', models.PositiveIntegerField(primary_key=True, serialize=False)),
                ('statement', models.CharField(max_length=600)),
                ('kind', models.CharField(max_length=12)),
                ('importance', models.PositiveSmallIntegerField(blank=True, null=True)),
                ('order', models.PositiveSmallIntegerField()),
            ],
        ),
        migrations.CreateModel(
            name='OccupationTechnology',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('hot', models.BooleanField(default=False)),
            ],
        ),
        migrations.CreateModel(
            name='OccupationTitle',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('title', models.CharField(max_length=200)),
                ('folded', models.CharField(max_length=600)),
                ('kind', models.CharField(max_length=10)),
            ],
        ),
        migrations.CreateModel(
            name='Opening',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('created_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ('cancelled_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'opening',
                'verbose_name_plural': 'openings',
            },
        ),
        migrations.CreateModel(
            name='PlanVersion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('reason', models.CharField(max_length=400)),
                ('frozen_at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PlanVersionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('number', models.PositiveIntegerField()),
                ('content', models.JSONField()),
                ('digest', models.CharField(max_length=64)),
                ('reason', models.CharField(max_length=400)),
                ('frozen_at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Position',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('slug', models.SlugField(max_length=80, unique=True, verbose_name='address')),
                ('code', models.CharField(max_length=20, unique=True, verbose_name='reference')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('department', models.CharField(max_length=120, verbose_name='department')),
                ('summary', models.TextField(blank=True, max_length=2000, verbose_name='summary')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='place')),
                ('locality', models.CharField(blank=True, max_length=80, verbose_name='town or city')),
                ('region', models.CharField(blank=True, max_length=80, verbose_name='region or county')),
                ('postal_code', models.CharField(blank=True, max_length=16, verbose_name='postcode')),
                ('country', models.CharField(blank=True, max_length=2, verbose_name='country')),
                ('workplace', models.CharField(choices=[('ON_SITE', 'At the workplace'), ('HYBRID', 'Partly from home'), ('REMOTE', 'From home')], default='ON_SITE', max_length=10, verbose_name='way of work')),
                ('employment', models.CharField(choices=[('PERMANENT', 'Permanent'), ('FIXED_TERM', 'Fixed term'), ('TEMPORARY', 'Temporary'), ('APPRENTICESHIP', 'Apprenticeship')], default='PERMANENT', max_length=20, verbose_name='kind of employment')),
                ('hours_per_week', models.DecimalField(decimal_places=1, default=Decimal('37.5'), max_digits=4, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='hours a week')),
                ('pay_low', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='pay from')),
                ('pay_high', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='pay to')),
                ('pay_currency', models.CharField(default='GBP', max_length=3, verbose_name='currency')),
                ('pay_period', models.CharField(choices=[('HOUR', 'an hour'), ('MONTH', 'a month'), ('YEAR', 'a year')], default='YEAR', max_length=10, verbose_name='pay period')),
                ('openings', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(500)], verbose_name='openings')),
                ('openings_wanted', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(500)], verbose_name='openings asked for')),
                ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='closing moment')),
                ('plan_reason', models.CharField(blank=True, max_length=400, verbose_name='why no strong method is used')),
                ('origin', models.CharField(choices=[('BLANK', 'Nothing'), ('TEMPLATE', 'A template'), ('COPY', 'An earlier position'), ('OCCUPATION', 'An occupation'), ('ADVERT', 'An old advert')], default='BLANK', max_length=12)),
                ('origin_key', models.CharField(blank=True, max_length=80)),
                ('blind_review', models.BooleanField(default=True, verbose_name='panel sees a code instead of the name')),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('IN_APPROVAL', 'In approval'), ('APPROVED', 'Approved'), ('OPEN', 'Open'), ('PAUSED', 'Paused'), ('CLOSED', 'Closed'), ('ARCHIVED', 'Archived')], default='DRAFT', max_length=20, verbose_name='status')),
                ('close_reason', models.CharField(blank=True, choices=[('CLOSED', 'Applications are over; people are still being chosen'), ('FILLED', 'Everybody we were looking for is hired'), ('CANCELLED', 'We hire nobody')], max_length=10, verbose_name='why it is closed')),
                ('confidential', models.BooleanField(default=False, verbose_name='confidential')),
                ('grace_minutes', models.PositiveSmallIntegerField(default=60, validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='minutes more for who has begun')),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'verbose_name': 'position',
                'verbose_name_plural': 'positions',
                'permissions': [('publish_position', 'Can publish and close a position')],
            },
        ),
        migrations.CreateModel(
            name='PositionComment',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('text', models.TextField(max_length=1000, verbose_name='comment')),
                ('at', models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name='PositionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('slug', models.SlugField(db_index=False, max_length=80, verbose_name='address')),
                ('code', models.CharField(max_length=20, verbose_name='reference')),
                ('title', models.CharField(max_length=120, verbose_name='title')),
                ('department', models.CharField(max_length=120, verbose_name='department')),
                ('summary', models.TextField(blank=True, max_length=2000, verbose_name='summary')),
                ('place', models.CharField(blank=True, max_length=120, verbose_name='place')),
                ('locality', models.CharField(blank=True, max_length=80, verbose_name='town or city')),
                ('region', models.CharField(blank=True, max_length=80, verbose_name='region or county')),
                ('postal_code', models.CharField(blank=True, max_length=16, verbose_name='postcode')),
                ('country', models.CharField(blank=True, max_length=2, verbose_name='country')),
                ('workplace', models.CharField(choices=[('ON_SITE', 'At the workplace'), ('HYBRID', 'Partly from home'), ('REMOTE', 'From home')], default='ON_SITE', max_length=10, verbose_name='way of work')),
                ('employment', models.CharField(choices=[('PERMANENT', 'Permanent'), ('FIXED_TERM', 'Fixed term'), ('TEMPORARY', 'Temporary'), ('APPRENTICESHIP', 'Apprenticeship')], default='PERMANENT', max_length=20, verbose_name='kind of employment')),
                ('hours_per_week', models.DecimalField(decimal_places=1, default=Decimal('37.5'), max_digits=4, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(60)], verbose_name='hours a week')),
                ('pay_low', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='pay from')),
                ('pay_high', models.DecimalField(blank=True, decimal_places=2, max_digits=12, null=True, verbose_name='pay to')),
                ('pay_currency', models.CharField(default='GBP', max_length=3, verbose_name='currency')),
                ('pay_period', models.CharField(choices=[('HOUR', 'an hour'), ('MONTH', 'a month'), ('YEAR', 'a year')], default='YEAR', max_length=10, verbose_name='pay period')),
                ('openings', models.PositiveSmallIntegerField(default=1, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(500)], verbose_name='openings')),
                ('openings_wanted', models.PositiveSmallIntegerField(blank=True, null=True, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(500)], verbose_name='openings asked for')),
                ('closes_at', models.DateTimeField(blank=True, null=True, verbose_name='closing moment')),
                ('plan_reason', models.CharField(blank=True, max_length=400, verbose_name='why no strong method is used')),
                ('origin', models.CharField(choices=[('BLANK', 'Nothing'), ('TEMPLATE', 'A template'), ('COPY', 'An earlier position'), ('OCCUPATION', 'An occupation'), ('ADVERT', 'An old advert')], default='BLANK', max_length=12)),
                ('origin_key', models.CharField(blank=True, max_length=80)),
                ('blind_review', models.BooleanField(default=True, verbose_name='panel sees a code instead of the name')),
                ('status', models.CharField(choices=[('DRAFT', 'Draft'), ('IN_APPROVAL', 'In approval'), ('APPROVED', 'Approved'), ('OPEN', 'Open'), ('PAUSED', 'Paused'), ('CLOSED', 'Closed'), ('ARCHIVED', 'Archived')], default='DRAFT', max_length=20, verbose_name='status')),
                ('close_reason', models.CharField(blank=True, choices=[('CLOSED', 'Applications are over; people are still being chosen'), ('FILLED', 'Everybody we were looking for is hired'), ('CANCELLED', 'We hire nobody')], max_length=10, verbose_name='why it is closed')),
                ('confidential', models.BooleanField(default=False, verbose_name='confidential')),
                ('grace_minutes', models.PositiveSmallIntegerField(default=60, validators=[django.core.validators.MaxValueValidator(1440)], verbose_name='minutes more for who has begun')),
                ('published_at', models.DateTimeField(blank=True, null=True)),
                ('closed_at', models.DateTimeField(blank=True, null=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Requirement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('SKILL', 'Skill or software'), ('LICENCE', 'Licence or certificate'), ('LANGUAGE', 'Language'), ('ELIGIBILITY', 'Condition')], max_length=12, verbose_name='kind')),
                ('name', models.CharField(max_length=200, verbose_name='what is needed')),
                ('level', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='level')),
                ('expires', models.BooleanField(default=False, verbose_name='must still be valid')),
                ('essential', models.BooleanField(default=False, verbose_name='essential')),
                ('reason', models.CharField(blank=True, max_length=400, verbose_name='why the duties need it')),
                ('in_use', models.BooleanField(default=True)),
            ],
            options={
                'verbose_name': 'requirement',
                'verbose_name_plural': 'requirements',
            },
        ),
        migrations.CreateModel(
            name='RequirementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('order', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('SKILL', 'Skill or software'), ('LICENCE', 'Licence or certificate'), ('LANGUAGE', 'Language'), ('ELIGIBILITY', 'Condition')], max_length=12, verbose_name='kind')),
                ('name', models.CharField(max_length=200, verbose_name='what is needed')),
                ('level', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='level')),
                ('expires', models.BooleanField(default=False, verbose_name='must still be valid')),
                ('essential', models.BooleanField(default=False, verbose_name='essential')),
                ('reason', models.CharField(blank=True, max_length=400, verbose_name='why the duties need it')),
                ('in_use', models.BooleanField(default=True)),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SavedView',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=40, verbose_name='name')),
                ('query', models.CharField(max_length=500)),
            ],
        ),
        migrations.CreateModel(
            name='TeamMember',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('CHAIR', 'Chair of the panel'), ('MEMBER', 'Panel member'), ('HIRING_MANAGER', 'Hiring manager'), ('COORDINATOR', 'Coordinator'), ('OBSERVER', 'Observer')], default='MEMBER', max_length=20, verbose_name='part')),
            ],
        ),
        migrations.CreateModel(
            name='TeamMemberEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(choices=[('CHAIR', 'Chair of the panel'), ('MEMBER', 'Panel member'), ('HIRING_MANAGER', 'Hiring manager'), ('COORDINATOR', 'Coordinator'), ('OBSERVER', 'Observer')], default='MEMBER', max_length=20, verbose_name='part')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='WordChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(default='en', max_length=8)),
                ('category', models.CharField(max_length=30, verbose_name='list')),
                ('word', models.CharField(max_length=80, verbose_name='word or phrase')),
                ('action', models.CharField(choices=[('ADD', 'Added'), ('SILENCE', 'Silenced')], max_length=10, verbose_name='change')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='why it is a problem')),
                ('suggestion', models.CharField(blank=True, max_length=300, verbose_name='what to write instead')),
                ('reason', models.CharField(max_length=300, verbose_name='reason for the change')),
                ('at', models.DateTimeField()),
            ],
            options={
                'verbose_name': 'change of a word list',
                'verbose_name_plural': 'changes of the word lists',
            },
        ),
        migrations.CreateModel(
            name='WordChangeEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('language', models.CharField(default='en', max_length=8)),
                ('category', models.CharField(max_length=30, verbose_name='list')),
                ('word', models.CharField(max_length=80, verbose_name='word or phrase')),
                ('action', models.CharField(choices=[('ADD', 'Added'), ('SILENCE', 'Silenced')], max_length=10, verbose_name='change')),
                ('why', models.CharField(blank=True, max_length=300, verbose_name='why it is a problem')),
                ('suggestion', models.CharField(blank=True, max_length=300, verbose_name='what to write instead')),
                ('reason', models.CharField(max_length=300, verbose_name='reason for the change')),
                ('at', models.DateTimeField()),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='Approval',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(blank=True, choices=[('ADMINISTRATOR', 'Administrator'), ('HR_MANAGER', 'HR manager'), ('PANEL_MEMBER', 'Panel member'), ('AUDITOR', 'Auditor')], max_length=20)),
                ('order', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=80)),
                ('state', models.CharField(choices=[('WAITING', 'Waiting'), ('APPROVED', 'Approved'), ('SENT_BACK', 'Sent back'), ('WITHDRAWN', 'Withdrawn'), ('NOT_ASKED', 'Published without approval; none was asked for')], default='WAITING', max_length=10, verbose_name='answer')),
                ('comment', models.TextField(blank=True, max_length=1000, verbose_name='comment')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'approval',
            },
        ),
        migrations.CreateModel(
            name='ApprovalRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('terms', models.JSONField()),
                ('state', models.CharField(choices=[('WAITING', 'Waiting'), ('APPROVED', 'Approved'), ('SENT_BACK', 'Sent back'), ('WITHDRAWN', 'Withdrawn'), ('NOT_ASKED', 'Published without approval; none was asked for')], default='WAITING', max_length=10, verbose_name='state')),
                ('sent_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('sent_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'request for approval',
            },
        ),
        migrations.CreateModel(
            name='ApprovalEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(blank=True, choices=[('ADMINISTRATOR', 'Administrator'), ('HR_MANAGER', 'HR manager'), ('PANEL_MEMBER', 'Panel member'), ('AUDITOR', 'Auditor')], max_length=20)),
                ('order', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=80)),
                ('state', models.CharField(choices=[('WAITING', 'Waiting'), ('APPROVED', 'Approved'), ('SENT_BACK', 'Sent back'), ('WITHDRAWN', 'Withdrawn'), ('NOT_ASKED', 'Published without approval; none was asked for')], default='WAITING', max_length=10, verbose_name='answer')),
                ('comment', models.TextField(blank=True, max_length=1000, verbose_name='comment')),
                ('decided_at', models.DateTimeField(blank=True, null=True)),
                ('approver', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('decided_by', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.approval')),
                ('round', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.approvalround')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='approval',
            name='round',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='positions.approvalround'),
        ),
        migrations.CreateModel(
            name='ApprovalStep',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(blank=True, choices=[('ADMINISTRATOR', 'Administrator'), ('HR_MANAGER', 'HR manager'), ('PANEL_MEMBER', 'Panel member'), ('AUDITOR', 'Auditor')], max_length=20)),
                ('order', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=80, verbose_name='what is approved')),
                ('approver', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'verbose_name': 'step of approval',
            },
        ),
        migrations.CreateModel(
            name='ApprovalStepEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('role', models.CharField(blank=True, choices=[('ADMINISTRATOR', 'Administrator'), ('HR_MANAGER', 'HR manager'), ('PANEL_MEMBER', 'Panel member'), ('AUDITOR', 'Auditor')], max_length=20)),
                ('order', models.PositiveSmallIntegerField()),
                ('label', models.CharField(max_length=80, verbose_name='what is approved')),
                ('approver', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.approvalstep')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='CriterionEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('order', models.PositiveSmallIntegerField()),
                ('kind', models.CharField(choices=[('QUALIFICATION', 'Education and experience'), ('DUTY', 'Evidence of a duty'), ('SKILL', 'Skill'), ('LICENCE', 'Licence or certificate'), ('LANGUAGE', 'Language'), ('ELIGIBILITY', 'Condition'), ('WORK_SAMPLE', 'Work sample'), ('SCREENING', 'Working with others'), ('INTERVIEW', 'Structured interview'), ('CONVERSATION', 'Unstructured interview'), ('REFERENCE', 'Structured references'), ('VALUE', 'Work value, shown in behaviour')], max_length=20, verbose_name='kind')),
                ('title', models.CharField(max_length=160, verbose_name='title')),
                ('essential', models.BooleanField(default=False, verbose_name='essential')),
                ('weight', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='weight')),
                ('dimension', models.CharField(blank=True, choices=[('COURTESY', 'Courtesy and tact'), ('TEAMWORK', 'Teamwork and help'), ('SERVICE', 'Service orientation'), ('CONFLICT', 'Conflict handling'), ('COMMUNICATION', 'Clear communication')], max_length=14, verbose_name='side of working with others')),
                ('final_weight', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='weight after interviews')),
                ('minimum', models.PositiveSmallIntegerField(default=0, validators=[django.core.validators.MaxValueValidator(100)], verbose_name='least score')),
                ('reason', models.CharField(blank=True, max_length=400, verbose_name='why it weighs that much')),
                ('anchor_none', models.CharField(blank=True, max_length=300, verbose_name='0 means')),
                ('anchor_meets', models.CharField(blank=True, max_length=300, verbose_name='50 means')),
                ('anchor_best', models.CharField(blank=True, max_length=300, verbose_name='100 means')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.criterion')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.AddField(
            model_name='criterion',
            name='duties',
            field=models.ManyToManyField(related_name='criteria', to='positions.duty', verbose_name='from duties'),
        ),
        migrations.CreateModel(
            name='DutyEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('order', models.PositiveSmallIntegerField()),
                ('statement', models.TextField(max_length=600, verbose_name='what is done')),
                ('share', models.PositiveSmallIntegerField(validators=[django.core.validators.MaxValueValidator(100)], verbose_name='share of time')),
                ('essential', models.BooleanField(default=True, verbose_name='essential')),
                ('essential_reason', models.CharField(blank=True, max_length=300, verbose_name='why it is essential')),
                ('kept_reason', models.CharField(blank=True, max_length=300, verbose_name='why the wording stays')),
                ('source', models.CharField(blank=True, max_length=40)),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.duty')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EducationRequirementEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('reason', models.CharField(max_length=400, verbose_name='why the duties need it')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.educationrequirement')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EducationRoute',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('order', models.PositiveSmallIntegerField()),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'Primary school'), (2, 'Lower secondary school'), (3, 'Upper secondary school'), (4, 'Certificate after school'), (5, 'Higher diploma or associate degree'), (6, "Bachelor's degree"), (7, "Master's degree"), (8, 'Doctorate')], verbose_name='level')),
                ('fields', models.JSONField(blank=True, default=list, verbose_name='fields of study')),
                ('credits_base', models.PositiveSmallIntegerField(default=0, verbose_name='credits that do not count yet')),
                ('credits_full', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='credits that make 100 %')),
                ('education', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='routes', to='positions.educationrequirement')),
            ],
            options={
                'verbose_name': 'course of study',
                'verbose_name_plural': 'courses of study',
            },
        ),
        migrations.CreateModel(
            name='EducationRouteEvent',
            fields=[
                ('pgh_id', models.AutoField(primary_key=True, serialize=False)),
                ('pgh_created_at', models.DateTimeField(auto_now_add=True)),
                ('pgh_label', models.TextField(help_text='The event label.')),
                ('id', models.BigIntegerField()),
                ('order', models.PositiveSmallIntegerField()),
                ('level', models.PositiveSmallIntegerField(choices=[(1, 'Primary school'), (2, 'Lower secondary school'), (3, 'Upper secondary school'), (4, 'Certificate after school'), (5, 'Higher diploma or associate degree'), (6, "Bachelor's degree"), (7, "Master's degree"), (8, 'Doctorate')], verbose_name='level')),
                ('fields', models.JSONField(blank=True, default=list, verbose_name='fields of study')),
                ('credits_base', models.PositiveSmallIntegerField(default=0, verbose_name='credits that do not count yet')),
                ('credits_full', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(1)], verbose_name='credits that make 100 %')),
                ('education', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.educationrequirement')),
                ('pgh_context', models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context')),
                ('pgh_obj', models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.educationroute')),
            ],
            options={
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='EquivalencePolicy',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=80, unique=True, verbose_name='name')),
                ('rule', models.CharField(choices=[('COMBINATION', 'They add up: 100 % from both together'), ('EITHER', 'Either of them is enough'), ('YEAR_FOR_YEAR', 'Year for year: one makes up for the other'), ('BOTH', 'Both are needed')], default='COMBINATION', max_length=20, verbose_name='rule')),
                ('cap_experience', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='most that experience may bring')),
                ('cap_education', models.PositiveSmallIntegerField(default=100, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(100)], verbose_name='most that education may bring')),
                ('credits_per_year', models.PositiveSmallIntegerField(default=30, validators=[django.core.validators.MinValueValidator(1), django.core.validators.MaxValueValidator(1000)], verbose_name='credits in an academic year')),
                ('retired', models.BooleanField(default=False, verbose_name='no longer offered')),
            ],
            options={
                'verbose_name': 'equivalence policy',
                'verbose_name_plural': 'equivalence policies',
                'constraints': [models.CheckConstraint(condition=models.Q(('cap_experience__gte', 1), ('cap_experience__lte', 100), ('cap_education__gte', 1), ('cap_education__lte', 100), ('credits_per_year__gte', 1)), name='positions_policy_figures')],
            },
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='equivalencepolicy',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_equivalencepolicyevent" ("cap_education", "cap_experience", "credits_per_year", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired", "rule") VALUES (NEW."cap_education", NEW."cap_experience", NEW."credits_per_year", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."retired", NEW."rule"); RETURN NULL;', hash='20d9220e2c2025b36c3074aaa7708acc5ae159b9', operation='INSERT', pgid='pgtrigger_insert_insert_c6224', table='positions_equivalencepolicy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='equivalencepolicy',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_equivalencepolicyevent" ("cap_education", "cap_experience", "credits_per_year", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired", "rule") VALUES (NEW."cap_education", NEW."cap_experience", NEW."credits_per_year", NEW."id", NEW."name", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."retired", NEW."rule"); RETURN NULL;', hash='ca0972603a5a6e10f957c0b20e74551d318ce9ae', operation='UPDATE', pgid='pgtrigger_update_update_37754', table='positions_equivalencepolicy', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='equivalencepolicy',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_equivalencepolicyevent" ("cap_education", "cap_experience", "credits_per_year", "id", "name", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retired", "rule") VALUES (OLD."cap_education", OLD."cap_experience", OLD."credits_per_year", OLD."id", OLD."name", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."retired", OLD."rule"); RETURN NULL;', hash='d2f470c4c32793d3eda2aec196df8f53c9634dbe', operation='DELETE', pgid='pgtrigger_delete_delete_e4d7a', table='positions_equivalencepolicy', when='AFTER')),
        ),
        migrations.AddField(
            model_name='equivalencepolicyevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='equivalencepolicyevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.equivalencepolicy'),
        ),
        migrations.AddField(
            model_name='experiencerequirement',
            name='duties',
            field=models.ManyToManyField(related_name='+', to='positions.duty', verbose_name='duties it is needed for'),
        ),
        migrations.AddField(
            model_name='criterionevent',
            name='experience',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.experiencerequirement'),
        ),
        migrations.AddField(
            model_name='criterion',
            name='experience',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='criterion', to='positions.experiencerequirement'),
        ),
        migrations.AddField(
            model_name='experiencerequirementevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='experiencerequirementevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.experiencerequirement'),
        ),
        migrations.AddField(
            model_name='occupationtask',
            name='occupation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='tasks', to='positions.occupation'),
        ),
        migrations.AddField(
            model_name='occupationtechnology',
            name='occupation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='technologies', to='positions.occupation'),
        ),
        migrations.AddField(
            model_name='occupationtitle',
            name='occupation',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='titles', to='positions.occupation'),
        ),
        migrations.AddField(
            model_name='planversion',
            name='frozen_by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='planversionevent',
            name='frozen_by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='planversionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='planversionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.planversion'),
        ),
        migrations.AddField(
            model_name='position',
            name='owner',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='positions', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='position',
            name='policy',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='positions.equivalencepolicy', verbose_name='how education and experience combine'),
        ),
        migrations.AddField(
            model_name='planversionevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='planversion',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='versions', to='positions.position'),
        ),
        migrations.AddField(
            model_name='opening',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='seats', to='positions.position'),
        ),
        migrations.AddField(
            model_name='experiencerequirementevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='experiencerequirement',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='experience', to='positions.position'),
        ),
        migrations.AddField(
            model_name='educationrequirementevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='educationrequirement',
            name='position',
            field=models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='education', to='positions.position'),
        ),
        migrations.AddField(
            model_name='dutyevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='duty',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='duties', to='positions.position'),
        ),
        migrations.AddField(
            model_name='criterionevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='criterion',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='criteria', to='positions.position'),
        ),
        migrations.AddField(
            model_name='approvalround',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rounds', to='positions.position'),
        ),
        migrations.AddField(
            model_name='approvalevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='approval',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='approvals', to='positions.position'),
        ),
        migrations.AddField(
            model_name='positioncomment',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='positioncomment',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='comments', to='positions.position'),
        ),
        migrations.AddField(
            model_name='positionevent',
            name='owner',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='positionevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='positionevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.position'),
        ),
        migrations.AddField(
            model_name='positionevent',
            name='policy',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.equivalencepolicy', verbose_name='how education and experience combine'),
        ),
        migrations.AddField(
            model_name='requirement',
            name='duties',
            field=models.ManyToManyField(related_name='+', to='positions.duty', verbose_name='duties it is needed for'),
        ),
        migrations.AddField(
            model_name='requirement',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='requirements', to='positions.position'),
        ),
        migrations.AddField(
            model_name='criterionevent',
            name='requirement',
            field=models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.requirement'),
        ),
        migrations.AddField(
            model_name='criterion',
            name='requirement',
            field=models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='criterion', to='positions.requirement'),
        ),
        migrations.AddField(
            model_name='requirementevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='requirementevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.requirement'),
        ),
        migrations.AddField(
            model_name='requirementevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='savedview',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='saved_views', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teammember',
            name='position',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='team', to='positions.position'),
        ),
        migrations.AddField(
            model_name='teammember',
            name='user',
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='teams', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.teammember'),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='position',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to='positions.position'),
        ),
        migrations.AddField(
            model_name='teammemberevent',
            name='user',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='wordchange',
            name='by',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='wordchangeevent',
            name='by',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', related_query_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='wordchangeevent',
            name='pgh_context',
            field=models.ForeignKey(db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='pghistory.context'),
        ),
        migrations.AddField(
            model_name='wordchangeevent',
            name='pgh_obj',
            field=models.ForeignKey(db_constraint=False, on_delete=django.db.models.deletion.DO_NOTHING, related_name='events', to='positions.wordchange'),
        ),
        migrations.AddConstraint(
            model_name='approvalstep',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('order',), name='positions_approvalstep_order'),
        ),
        migrations.AddConstraint(
            model_name='approvalstep',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approver__isnull', False), ('role', '')), models.Q(('approver__isnull', True), models.Q(('role', ''), _negated=True)), _connector='OR'), name='positions_approvalstep_person_or_role'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approvalstep',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_approvalstepevent" ("approver_id", "id", "label", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."approver_id", NEW."id", NEW."label", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."role"); RETURN NULL;', hash='eda2f40c4f077fbfecb05c9a773ad51b39cf51a3', operation='INSERT', pgid='pgtrigger_insert_insert_2498f', table='positions_approvalstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approvalstep',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_approvalstepevent" ("approver_id", "id", "label", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (NEW."approver_id", NEW."id", NEW."label", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."role"); RETURN NULL;', hash='f7cecb5e58e5b62edc0d22f830746eb33a4b8ead', operation='UPDATE', pgid='pgtrigger_update_update_0027d', table='positions_approvalstep', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approvalstep',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_approvalstepevent" ("approver_id", "id", "label", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "role") VALUES (OLD."approver_id", OLD."id", OLD."label", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."role"); RETURN NULL;', hash='10e9f76be4b81ff0053bcf096e7cbc8fafb9f3fd', operation='DELETE', pgid='pgtrigger_delete_delete_b782a', table='positions_approvalstep', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='educationroute',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('education', 'order'), name='positions_route_order'),
        ),
        migrations.AddConstraint(
            model_name='educationroute',
            constraint=models.CheckConstraint(condition=models.Q(('credits_full__gte', 1)), name='positions_route_credits_full'),
        ),
        migrations.AddConstraint(
            model_name='educationroute',
            constraint=models.CheckConstraint(condition=models.Q(('level__gte', 1), ('level__lte', 8)), name='positions_route_level'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationroute',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_educationrouteevent" ("credits_base", "credits_full", "education_id", "fields", "id", "level", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."credits_base", NEW."credits_full", NEW."education_id", NEW."fields", NEW."id", NEW."level", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id"); RETURN NULL;', hash='536ec8f6c088207c9d3fbf87db86fe86100af1d6', operation='INSERT', pgid='pgtrigger_insert_insert_8ad2a', table='positions_educationroute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationroute',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_educationrouteevent" ("credits_base", "credits_full", "education_id", "fields", "id", "level", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (NEW."credits_base", NEW."credits_full", NEW."education_id", NEW."fields", NEW."id", NEW."level", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id"); RETURN NULL;', hash='deb1f9f581c18d2d0d58966b0ce1df4bd8149ab3', operation='UPDATE', pgid='pgtrigger_update_update_9c5e0', table='positions_educationroute', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationroute',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_educationrouteevent" ("credits_base", "credits_full", "education_id", "fields", "id", "level", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id") VALUES (OLD."credits_base", OLD."credits_full", OLD."education_id", OLD."fields", OLD."id", OLD."level", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id"); RETURN NULL;', hash='696df4083f894ad195404608ca97a8e79521ade9', operation='DELETE', pgid='pgtrigger_delete_delete_9afcf', table='positions_educationroute', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='occupationtechnology',
            constraint=models.UniqueConstraint(fields=('occupation', 'name'), name='positions_occupationtechnology_once'),
        ),
        migrations.AddIndex(
            model_name='occupationtitle',
            index=django.contrib.postgres.indexes.GinIndex(django.contrib.postgres.indexes.OpClass('folded', name='gin_trgm_ops'), name='positions_title_trigrams'),
        ),
        migrations.AddConstraint(
            model_name='occupationtitle',
            constraint=models.UniqueConstraint(fields=('occupation', 'title'), name='positions_occupationtitle_once'),
        ),
        migrations.AddIndex(
            model_name='position',
            index=models.Index(fields=['status', 'closes_at'], name='positions_status_closes_at'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('status__in', ['APPROVED', 'ARCHIVED', 'DRAFT', 'IN_APPROVAL']), models.Q(('closes_at__isnull', False), ('published_at__isnull', False)), _connector='OR'), name='positions_position_published_is_complete'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status', 'CLOSED'), _negated=True), models.Q(('closed_at__isnull', False), models.Q(('close_reason', ''), _negated=True)), _connector='OR'), name='positions_position_closed_says_why'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('status__in', ['OPEN', 'PAUSED']), _negated=True), models.Q(('close_reason', ''), ('closed_at__isnull', True)), _connector='OR'), name='positions_position_running_is_not_closed'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('pay_low__isnull', True), ('pay_high__isnull', True), ('pay_high__gte', models.F('pay_low')), _connector='OR'), name='positions_position_pay_range_in_order'),
        ),
        migrations.AddConstraint(
            model_name='position',
            constraint=models.CheckConstraint(condition=models.Q(('openings__gte', 1)), name='positions_position_has_an_opening'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_positionevent" ("blind_review", "close_reason", "closed_at", "closes_at", "code", "confidential", "country", "created_at", "department", "employment", "grace_minutes", "hours_per_week", "id", "locality", "openings", "openings_wanted", "origin", "origin_key", "owner_id", "pay_currency", "pay_high", "pay_low", "pay_period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_reason", "policy_id", "postal_code", "published_at", "region", "slug", "status", "summary", "title", "updated_at", "workplace") VALUES (NEW."blind_review", NEW."close_reason", NEW."closed_at", NEW."closes_at", NEW."code", NEW."confidential", NEW."country", NEW."created_at", NEW."department", NEW."employment", NEW."grace_minutes", NEW."hours_per_week", NEW."id", NEW."locality", NEW."openings", NEW."openings_wanted", NEW."origin", NEW."origin_key", NEW."owner_id", NEW."pay_currency", NEW."pay_high", NEW."pay_low", NEW."pay_period", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."place", NEW."plan_reason", NEW."policy_id", NEW."postal_code", NEW."published_at", NEW."region", NEW."slug", NEW."status", NEW."summary", NEW."title", NEW."updated_at", NEW."workplace"); RETURN NULL;', hash='6753286897f767790586a3caae467af7788b2f1a', operation='INSERT', pgid='pgtrigger_insert_insert_00482', table='positions_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_positionevent" ("blind_review", "close_reason", "closed_at", "closes_at", "code", "confidential", "country", "created_at", "department", "employment", "grace_minutes", "hours_per_week", "id", "locality", "openings", "openings_wanted", "origin", "origin_key", "owner_id", "pay_currency", "pay_high", "pay_low", "pay_period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_reason", "policy_id", "postal_code", "published_at", "region", "slug", "status", "summary", "title", "updated_at", "workplace") VALUES (NEW."blind_review", NEW."close_reason", NEW."closed_at", NEW."closes_at", NEW."code", NEW."confidential", NEW."country", NEW."created_at", NEW."department", NEW."employment", NEW."grace_minutes", NEW."hours_per_week", NEW."id", NEW."locality", NEW."openings", NEW."openings_wanted", NEW."origin", NEW."origin_key", NEW."owner_id", NEW."pay_currency", NEW."pay_high", NEW."pay_low", NEW."pay_period", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."place", NEW."plan_reason", NEW."policy_id", NEW."postal_code", NEW."published_at", NEW."region", NEW."slug", NEW."status", NEW."summary", NEW."title", NEW."updated_at", NEW."workplace"); RETURN NULL;', hash='b009e5f9cd74e062a520d9b24abac8e69d1e534d', operation='UPDATE', pgid='pgtrigger_update_update_0a7ed', table='positions_position', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='position',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_positionevent" ("blind_review", "close_reason", "closed_at", "closes_at", "code", "confidential", "country", "created_at", "department", "employment", "grace_minutes", "hours_per_week", "id", "locality", "openings", "openings_wanted", "origin", "origin_key", "owner_id", "pay_currency", "pay_high", "pay_low", "pay_period", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "plan_reason", "policy_id", "postal_code", "published_at", "region", "slug", "status", "summary", "title", "updated_at", "workplace") VALUES (OLD."blind_review", OLD."close_reason", OLD."closed_at", OLD."closes_at", OLD."code", OLD."confidential", OLD."country", OLD."created_at", OLD."department", OLD."employment", OLD."grace_minutes", OLD."hours_per_week", OLD."id", OLD."locality", OLD."openings", OLD."openings_wanted", OLD."origin", OLD."origin_key", OLD."owner_id", OLD."pay_currency", OLD."pay_high", OLD."pay_low", OLD."pay_period", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."place", OLD."plan_reason", OLD."policy_id", OLD."postal_code", OLD."published_at", OLD."region", OLD."slug", OLD."status", OLD."summary", OLD."title", OLD."updated_at", OLD."workplace"); RETURN NULL;', hash='612c7c09f5b7e7c6bcd32f22a73113afedb3020f', operation='DELETE', pgid='pgtrigger_delete_delete_53479', table='positions_position', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='planversion',
            constraint=models.UniqueConstraint(fields=('position', 'number'), name='positions_planversion_number'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planversion',
            trigger=pgtrigger.compiler.Trigger(name='frozen', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='6effd4b42b06628dee2d80c373a77e288c121f90', operation='UPDATE OR DELETE', pgid='pgtrigger_frozen_03ad9', table='positions_planversion', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planversion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_planversionevent" ("content", "digest", "frozen_at", "frozen_by_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."content", NEW."digest", NEW."frozen_at", NEW."frozen_by_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='6e5a07a169c01e10516bd841245ee707c596f5da', operation='INSERT', pgid='pgtrigger_insert_insert_a3eb7', table='positions_planversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planversion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_planversionevent" ("content", "digest", "frozen_at", "frozen_by_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."content", NEW."digest", NEW."frozen_at", NEW."frozen_by_id", NEW."id", NEW."number", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='55b0a4858be66d6ca6090d62db68a766b19c2701', operation='UPDATE', pgid='pgtrigger_update_update_29931', table='positions_planversion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='planversion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_planversionevent" ("content", "digest", "frozen_at", "frozen_by_id", "id", "number", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (OLD."content", OLD."digest", OLD."frozen_at", OLD."frozen_by_id", OLD."id", OLD."number", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason"); RETURN NULL;', hash='000c2aca930ad8b4ee84d3fbea67cee6b9ecffcc', operation='DELETE', pgid='pgtrigger_delete_delete_53e70', table='positions_planversion', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='opening',
            constraint=models.UniqueConstraint(fields=('position', 'number'), name='positions_opening_number'),
        ),
        migrations.AddConstraint(
            model_name='experiencerequirement',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('position', 'order'), name='positions_experience_order'),
        ),
        migrations.AddConstraint(
            model_name='experiencerequirement',
            constraint=models.CheckConstraint(condition=models.Q(('months__gte', 1)), name='positions_experience_months'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='experiencerequirement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_experiencerequirementevent" ("education_counts", "headroom", "id", "kind_of_work", "months", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id") VALUES (NEW."education_counts", NEW."headroom", NEW."id", NEW."kind_of_work", NEW."months", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id"); RETURN NULL;', hash='991c8e8399f857bc1b6ad31ebd313244a29d78e1', operation='INSERT', pgid='pgtrigger_insert_insert_1ee52', table='positions_experiencerequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='experiencerequirement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_experiencerequirementevent" ("education_counts", "headroom", "id", "kind_of_work", "months", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id") VALUES (NEW."education_counts", NEW."headroom", NEW."id", NEW."kind_of_work", NEW."months", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id"); RETURN NULL;', hash='d04a18d030e29e76d46aafea15ffb071d643da6d', operation='UPDATE', pgid='pgtrigger_update_update_a97a6', table='positions_experiencerequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='experiencerequirement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_experiencerequirementevent" ("education_counts", "headroom", "id", "kind_of_work", "months", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id") VALUES (OLD."education_counts", OLD."headroom", OLD."id", OLD."kind_of_work", OLD."months", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id"); RETURN NULL;', hash='619ee7e117f93a5cf011b5c174c0c08c343a9c2f', operation='DELETE', pgid='pgtrigger_delete_delete_09c10', table='positions_experiencerequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationrequirement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_educationrequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='ab00c498c9a4b2d89dbe1729244807aeaa6a0e68', operation='INSERT', pgid='pgtrigger_insert_insert_79629', table='positions_educationrequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationrequirement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_educationrequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='f4c042c6e8f11d55a5f9805900686f50dde07ab5', operation='UPDATE', pgid='pgtrigger_update_update_1f621', table='positions_educationrequirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='educationrequirement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_educationrequirementevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason"); RETURN NULL;', hash='7a8cd8755b14629dd29629d6a7df6b5d64de6e80', operation='DELETE', pgid='pgtrigger_delete_delete_cf63f', table='positions_educationrequirement', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('position', 'order'), name='positions_duty_order'),
        ),
        migrations.AddConstraint(
            model_name='duty',
            constraint=models.CheckConstraint(condition=models.Q(('share__lte', 100)), name='positions_duty_share'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='duty',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_dutyevent" ("essential", "essential_reason", "id", "kept_reason", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "share", "source", "statement") VALUES (NEW."essential", NEW."essential_reason", NEW."id", NEW."kept_reason", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."share", NEW."source", NEW."statement"); RETURN NULL;', hash='06e8f6b31d900fa26317329a0200c63e7591b7e4', operation='INSERT', pgid='pgtrigger_insert_insert_edfed', table='positions_duty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='duty',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_dutyevent" ("essential", "essential_reason", "id", "kept_reason", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "share", "source", "statement") VALUES (NEW."essential", NEW."essential_reason", NEW."id", NEW."kept_reason", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."share", NEW."source", NEW."statement"); RETURN NULL;', hash='db3916295d2a835279f10b737e5dc2663fbcdb34', operation='UPDATE', pgid='pgtrigger_update_update_31bbf', table='positions_duty', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='duty',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_dutyevent" ("essential", "essential_reason", "id", "kept_reason", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "share", "source", "statement") VALUES (OLD."essential", OLD."essential_reason", OLD."id", OLD."kept_reason", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."share", OLD."source", OLD."statement"); RETURN NULL;', hash='cbb73f0df8d79597b901f662215b1e40621a71c5', operation='DELETE', pgid='pgtrigger_delete_delete_a60bb', table='positions_duty', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='approvalround',
            constraint=models.UniqueConstraint(fields=('position', 'number'), name='positions_approvalround_number'),
        ),
        migrations.AddConstraint(
            model_name='approvalround',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'WAITING')), fields=('position',), name='positions_approvalround_one_runs'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.UniqueConstraint(fields=('round', 'order'), name='positions_approval_order'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('approver__isnull', False), ('role', '')), models.Q(('approver__isnull', True), models.Q(('role', ''), _negated=True)), _connector='OR'), name='positions_approval_person_or_role'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['WAITING', 'WITHDRAWN']), models.Q(('decided_at__isnull', False), ('decided_by__isnull', False)), _connector='OR'), name='positions_approval_decided_by_somebody'),
        ),
        migrations.AddConstraint(
            model_name='approval',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state', 'SENT_BACK'), _negated=True), models.Q(('comment', ''), _negated=True), _connector='OR'), name='positions_approval_sent_back_says_why'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_approvalevent" ("approver_id", "comment", "decided_at", "decided_by_id", "id", "label", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "role", "round_id", "state") VALUES (NEW."approver_id", NEW."comment", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."label", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."role", NEW."round_id", NEW."state"); RETURN NULL;', hash='d5c0dba287f8f57f8d0c560772392e66566fa6ff', operation='INSERT', pgid='pgtrigger_insert_insert_b8870', table='positions_approval', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_approvalevent" ("approver_id", "comment", "decided_at", "decided_by_id", "id", "label", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "role", "round_id", "state") VALUES (NEW."approver_id", NEW."comment", NEW."decided_at", NEW."decided_by_id", NEW."id", NEW."label", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."role", NEW."round_id", NEW."state"); RETURN NULL;', hash='7f6d89f6d0cb6034e58a5e193f2d9a8d8d940312', operation='UPDATE', pgid='pgtrigger_update_update_b3fac', table='positions_approval', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='approval',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_approvalevent" ("approver_id", "comment", "decided_at", "decided_by_id", "id", "label", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "role", "round_id", "state") VALUES (OLD."approver_id", OLD."comment", OLD."decided_at", OLD."decided_by_id", OLD."id", OLD."label", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."role", OLD."round_id", OLD."state"); RETURN NULL;', hash='8a5304d6e6d1e4eb741143cbda24f8ea6056c535', operation='DELETE', pgid='pgtrigger_delete_delete_874a2', table='positions_approval', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('position', 'order'), name='positions_requirement_order'),
        ),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('kind', 'SKILL'), ('level__gte', 1), ('level__lte', 4)), models.Q(('kind', 'LANGUAGE'), ('level__gte', 1), ('level__lte', 6)), models.Q(('kind__in', ['LICENCE', 'ELIGIBILITY']), ('level__isnull', True)), _connector='OR'), name='positions_requirement_level'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='requirement',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_requirementevent" ("essential", "expires", "id", "in_use", "kind", "level", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."essential", NEW."expires", NEW."id", NEW."in_use", NEW."kind", NEW."level", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='ba7d797370aa8da91795400d2dff93f65a7b354d', operation='INSERT', pgid='pgtrigger_insert_insert_21c9f', table='positions_requirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='requirement',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_requirementevent" ("essential", "expires", "id", "in_use", "kind", "level", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (NEW."essential", NEW."expires", NEW."id", NEW."in_use", NEW."kind", NEW."level", NEW."name", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason"); RETURN NULL;', hash='907e581f1970abc41a916baa414c3dd21379768c', operation='UPDATE', pgid='pgtrigger_update_update_9b06d', table='positions_requirement', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='requirement',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_requirementevent" ("essential", "expires", "id", "in_use", "kind", "level", "name", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason") VALUES (OLD."essential", OLD."expires", OLD."id", OLD."in_use", OLD."kind", OLD."level", OLD."name", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason"); RETURN NULL;', hash='e3d7d758c8f3ef21ca25108574dfece197846c82', operation='DELETE', pgid='pgtrigger_delete_delete_20a11', table='positions_requirement', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='criterion',
            constraint=models.UniqueConstraint(deferrable=django.db.models.constraints.Deferrable['DEFERRED'], fields=('position', 'order'), name='positions_criterion_order'),
        ),
        migrations.AddConstraint(
            model_name='criterion',
            constraint=models.CheckConstraint(condition=models.Q(('final_weight__lte', 100), ('minimum__lte', 100), ('weight__lte', 100)), name='positions_criterion_weight'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='criterion',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_criterionevent" ("anchor_best", "anchor_meets", "anchor_none", "dimension", "essential", "experience_id", "final_weight", "id", "kind", "minimum", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason", "requirement_id", "title", "weight") VALUES (NEW."anchor_best", NEW."anchor_meets", NEW."anchor_none", NEW."dimension", NEW."essential", NEW."experience_id", NEW."final_weight", NEW."id", NEW."kind", NEW."minimum", NEW."order", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."reason", NEW."requirement_id", NEW."title", NEW."weight"); RETURN NULL;', hash='ccd0495776d11fe2fee2abf354d58eb1d8c5a6ce', operation='INSERT', pgid='pgtrigger_insert_insert_49161', table='positions_criterion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='criterion',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_criterionevent" ("anchor_best", "anchor_meets", "anchor_none", "dimension", "essential", "experience_id", "final_weight", "id", "kind", "minimum", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason", "requirement_id", "title", "weight") VALUES (NEW."anchor_best", NEW."anchor_meets", NEW."anchor_none", NEW."dimension", NEW."essential", NEW."experience_id", NEW."final_weight", NEW."id", NEW."kind", NEW."minimum", NEW."order", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."reason", NEW."requirement_id", NEW."title", NEW."weight"); RETURN NULL;', hash='8cafafc01d77b9f2feaf17647b98cd663622caa1', operation='UPDATE', pgid='pgtrigger_update_update_43e88', table='positions_criterion', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='criterion',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_criterionevent" ("anchor_best", "anchor_meets", "anchor_none", "dimension", "essential", "experience_id", "final_weight", "id", "kind", "minimum", "order", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "reason", "requirement_id", "title", "weight") VALUES (OLD."anchor_best", OLD."anchor_meets", OLD."anchor_none", OLD."dimension", OLD."essential", OLD."experience_id", OLD."final_weight", OLD."id", OLD."kind", OLD."minimum", OLD."order", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."reason", OLD."requirement_id", OLD."title", OLD."weight"); RETURN NULL;', hash='58ede86f017580a3630e8e17cccbcaf8ad84c78a', operation='DELETE', pgid='pgtrigger_delete_delete_ad896', table='positions_criterion', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('user', 'name'), name='positions_savedview_name'),
        ),
        migrations.AddConstraint(
            model_name='teammember',
            constraint=models.UniqueConstraint(fields=('position', 'user'), name='positions_teammember_once'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teammember',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_teammemberevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "role", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."position_id", NEW."role", NEW."user_id"); RETURN NULL;', hash='9d301f27fa5cdcbf59089d79674c53879b51d490', operation='INSERT', pgid='pgtrigger_insert_insert_14516', table='positions_teammember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teammember',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_teammemberevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "role", "user_id") VALUES (NEW."id", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."position_id", NEW."role", NEW."user_id"); RETURN NULL;', hash='7821aa417b25c45bf853c9d3944d476e1a3f1d0b', operation='UPDATE', pgid='pgtrigger_update_update_40502', table='positions_teammember', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='teammember',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_teammemberevent" ("id", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position_id", "role", "user_id") VALUES (OLD."id", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."position_id", OLD."role", OLD."user_id"); RETURN NULL;', hash='02d35b11868d449e513701e82ebe385922018fb1', operation='DELETE', pgid='pgtrigger_delete_delete_e3c37', table='positions_teammember', when='AFTER')),
        ),
        migrations.AddConstraint(
            model_name='wordchange',
            constraint=models.UniqueConstraint(fields=('language', 'category', 'word'), name='positions_wordchange_once'),
        ),
        migrations.AddConstraint(
            model_name='wordchange',
            constraint=models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='positions_wordchange_reason'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wordchange',
            trigger=pgtrigger.compiler.Trigger(name='insert_insert', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_wordchangeevent" ("action", "at", "by_id", "category", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "suggestion", "why", "word") VALUES (NEW."action", NEW."at", NEW."by_id", NEW."category", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'insert\', NEW."id", NEW."reason", NEW."suggestion", NEW."why", NEW."word"); RETURN NULL;', hash='38c6dd9c347c5f56a6cfbd0190dd023c233b9a02', operation='INSERT', pgid='pgtrigger_insert_insert_2073a', table='positions_wordchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wordchange',
            trigger=pgtrigger.compiler.Trigger(name='update_update', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func='INSERT INTO "positions_wordchangeevent" ("action", "at", "by_id", "category", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "suggestion", "why", "word") VALUES (NEW."action", NEW."at", NEW."by_id", NEW."category", NEW."id", NEW."language", _pgh_attach_context(), NOW(), \'update\', NEW."id", NEW."reason", NEW."suggestion", NEW."why", NEW."word"); RETURN NULL;', hash='7c21f57627880962538d273d527eb79dff871107', operation='UPDATE', pgid='pgtrigger_update_update_95bee', table='positions_wordchange', when='AFTER')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='wordchange',
            trigger=pgtrigger.compiler.Trigger(name='delete_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func='INSERT INTO "positions_wordchangeevent" ("action", "at", "by_id", "category", "id", "language", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "suggestion", "why", "word") VALUES (OLD."action", OLD."at", OLD."by_id", OLD."category", OLD."id", OLD."language", _pgh_attach_context(), NOW(), \'delete\', OLD."id", OLD."reason", OLD."suggestion", OLD."why", OLD."word"); RETURN NULL;', hash='76487e29bf1a78347fa93685a8503f6fe403260d', operation='DELETE', pgid='pgtrigger_delete_delete_6be0c', table='positions_wordchange', when='AFTER')),
        ),
    ]
