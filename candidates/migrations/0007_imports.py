import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0006_duplicates'),
        ('positions', '0002_questions'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('kind', models.CharField(choices=[('FILES', 'CVs'), ('TABLE', 'A table')], max_length=10)),
                ('source', models.CharField(blank=True, max_length=40, verbose_name='came from')),
                ('header', models.JSONField(blank=True, default=list)),
                ('columns', models.JSONField(blank=True, default=dict)),
                ('made_at', models.DateTimeField()),
                ('begun_at', models.DateTimeField(blank=True, null=True)),
                ('ended_at', models.DateTimeField(blank=True, null=True)),
                ('by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('position', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='imports', to='positions.position')),
            ],
            options={
                'verbose_name': 'import',
                'verbose_name_plural': 'imports',
            },
        ),
        migrations.CreateModel(
            name='ImportItem',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveIntegerField()),
                ('name', models.CharField(blank=True, max_length=255)),
                ('cells', models.JSONField(blank=True, default=list)),
                ('state', models.CharField(choices=[('WAITING', 'Waiting'), ('TAKEN', 'Added'), ('KNOWN', 'Was there already'), ('REFUSED', 'Not added')], default='WAITING', max_length=10)),
                ('problem', models.CharField(blank=True, max_length=300)),
                ('application', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.CASCADE, related_name='import_items', to='candidates.application')),
                ('made', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='items', to='candidates.import')),
            ],
            options={
                'verbose_name': 'file or row of an import',
            },
        ),
        migrations.AddIndex(
            model_name='import',
            index=models.Index(condition=models.Q(('begun_at__isnull', False), ('ended_at__isnull', True)), fields=['begun_at'], name='candidates_import_running'),
        ),
        migrations.AddIndex(
            model_name='importitem',
            index=models.Index(fields=['made', 'state'], name='candidates_importitem_state'),
        ),
    ]
