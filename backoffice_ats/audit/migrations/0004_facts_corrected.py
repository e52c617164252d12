from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0003_merges'),
    ]

    operations = [
        migrations.AlterField(
            model_name='auditevent',
            name='act',
            field=models.CharField(choices=[('CV_OPENED', 'CV opened'), ('CV_READ', 'CV read by the system'), ('EVALUATED', 'Evaluation run'), ('REVEALED', 'Name revealed'), ('CORRECTED', 'Facts corrected'), ('ERASED', 'Erased'), ('HELD', 'Kept by a legal hold'), ('RELEASED', 'Legal hold ended'), ('MERGED', 'Found to be one person'), ('UNMERGED', 'Merge undone'), ('EXPORTED', 'Exported'), ('INVITED', 'User invited'), ('DEACTIVATED', 'User deactivated')], max_length=20),
        ),
    ]
