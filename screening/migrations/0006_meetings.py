import django.core.validators
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0013_interview_times'),
        ('positions', '0003_saved_views'),
        ('screening', '0005_interviews'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Slot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('begins_at', models.DateTimeField(verbose_name='beginning')),
                ('minutes', models.PositiveSmallIntegerField(validators=[django.core.validators.MinValueValidator(10), django.core.validators.MaxValueValidator(480)], verbose_name='minutes')),
                ('place', models.CharField(max_length=300, verbose_name='place')),
                ('taken_back_at', models.DateTimeField(blank=True, null=True)),
                ('interviewers', models.ManyToManyField(related_name='+', to=settings.AUTH_USER_MODEL)),
                ('offered_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='slots', to='positions.position')),
            ],
            options={
                'ordering': ['begins_at', 'pk'],
                'permissions': [('arrange_interview', 'Can arrange interviews')],
            },
        ),
        migrations.CreateModel(
            name='Meeting',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('uid', models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ('sequence', models.PositiveSmallIntegerField(default=0)),
                ('state', models.CharField(choices=[('AGREED', 'Agreed'), ('OFF', 'Called off'), ('MISSED', 'Did not come')], default='AGREED', max_length=8)),
                ('agreed_at', models.DateTimeField()),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('ended_by_applicant', models.BooleanField(default=False)),
                ('reason', models.CharField(blank=True, max_length=300, verbose_name='reason')),
                ('application', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='meetings', to='candidates.application')),
                ('ended_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('slot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='meetings', to='screening.slot')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='Interviewer',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=120, verbose_name='name')),
                ('email', models.EmailField(max_length=254, verbose_name='email')),
                ('link_digest', models.CharField(blank=True, db_index=True, max_length=64)),
                ('invited_at', models.DateTimeField()),
                ('done_at', models.DateTimeField(blank=True, null=True)),
                ('sent_at', models.DateTimeField(blank=True, null=True)),
                ('reminded_at', models.DateTimeField(blank=True, null=True)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('is_off', models.BooleanField(default=False)),
                ('user', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('meeting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='interviewers', to='screening.meeting')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('meeting', 'user'), name='screening_interviewer_once')],
            },
        ),
        migrations.AddIndex(
            model_name='slot',
            index=models.Index(fields=['position', 'begins_at'], name='screening_slot_position'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'AGREED')), fields=('slot',), name='screening_meeting_one_per_slot'),
        ),
        migrations.AddConstraint(
            model_name='meeting',
            constraint=models.UniqueConstraint(condition=models.Q(('state', 'AGREED')), fields=('application',), name='screening_meeting_one_agreed'),
        ),
    ]
