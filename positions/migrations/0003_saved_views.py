from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('positions', '0002_questions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='savedview',
            name='positions_savedview_name',
        ),
        migrations.AddField(
            model_name='savedview',
            name='of',
            field=models.CharField(choices=[('POSITIONS', 'Positions'), ('PEOPLE', 'People')], default='POSITIONS', max_length=10),
        ),
        migrations.AddConstraint(
            model_name='savedview',
            constraint=models.UniqueConstraint(fields=('user', 'of', 'name'), name='positions_savedview_name'),
        ),
    ]
