from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0012_references'),
    ]

    operations = [
        migrations.AddField(
            model_name='application',
            name='times_asked_at',
            field=models.DateTimeField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name='letter',
            name='calendar',
            field=models.TextField(blank=True),
        ),
        migrations.AlterField(
            model_name='letter',
            name='kind',
            field=models.CharField(choices=[('RECEIPT', 'Receipt'), ('REVIEWED', 'Result of the first review'), ('SHORTLISTED', 'Shortlist decision'), ('INVITATION', 'Invitation to an interview'), ('OFFER', 'Offer'), ('OUTCOME', 'Outcome'), ('WITHDRAWN', 'Withdrawal confirmed'), ('RESUME_LINK', 'Link back to an application'), ('REMINDER', 'Reminder before closing'), ('ANSWER', 'Answer to a request'), ('MESSAGE', 'Message'), ('ADDRESS', 'Change of address'), ('POOL', 'Question whether to stay in mind'), ('REFERENCES', 'Question for references'), ('TIMES', 'Question for a time'), ('MEETING', 'Time of an interview'), ('MEETING_OFF', 'Interview called off'), ('MEETING_SOON', 'Reminder of an interview')], max_length=20),
        ),
    ]
