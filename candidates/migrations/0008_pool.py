import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0007_imports'),
    ]

    operations = [
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('RECEIPT', 'Receipt'), ('REVIEWED', 'Result of the first review'), ('SHORTLISTED', 'Shortlist decision'), ('INVITATION', 'Invitation to an interview'), ('OFFER', 'Offer'), ('OUTCOME', 'Outcome'), ('WITHDRAWN', 'Withdrawal confirmed'), ('RESUME_LINK', 'Link back to an application'), ('REMINDER', 'Reminder before closing'), ('ANSWER', 'Answer to a request'), ('MESSAGE', 'Message'), ('POOL', 'Question whether to stay in mind')], max_length=20),
        ),
        migrations.CreateModel(
            name='PoolConsent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('given_at', models.DateTimeField()),
                ('until', models.DateField(verbose_name='until')),
                ('asked_at', models.DateTimeField(blank=True, null=True)),
                ('application', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='pool_consent', to='candidates.application')),
            ],
            options={
                'verbose_name': 'consent to be kept in mind',
                'verbose_name_plural': 'consents to be kept in mind',
                'indexes': [models.Index(fields=['until'], name='candidates_pool_until')],
            },
        ),
    ]
