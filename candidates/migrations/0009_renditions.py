import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0008_pool'),
    ]

    operations = [
        migrations.CreateModel(
            name='Rendition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('updated_at', models.DateTimeField(auto_now=True)),
                ('state', models.CharField(choices=[('WAITING', 'Being drawn'), ('DRAWN', 'Drawn'), ('FAILED', 'Could not be drawn')], default='WAITING', max_length=10)),
                ('copy', models.FileField(blank=True, max_length=120, upload_to='')),
                ('copy_size', models.PositiveIntegerField(default=0)),
                ('total', models.PositiveSmallIntegerField(default=0)),
                ('attempts', models.PositiveSmallIntegerField(default=0)),
                ('next_try_at', models.DateTimeField()),
                ('document', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='rendition', to='candidates.document')),
            ],
        ),
        migrations.CreateModel(
            name='PagePicture',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('number', models.PositiveSmallIntegerField()),
                ('file', models.FileField(max_length=120, upload_to='')),
                ('width', models.PositiveSmallIntegerField()),
                ('height', models.PositiveSmallIntegerField()),
                ('rendition', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='pages', to='candidates.rendition')),
            ],
            options={
                'ordering': ['number'],
            },
        ),
        migrations.AddIndex(
            model_name='rendition',
            index=models.Index(condition=models.Q(('state', 'WAITING')), fields=['next_try_at'], name='candidates_rendition_waiting'),
        ),
        migrations.AddConstraint(
            model_name='pagepicture',
            constraint=models.UniqueConstraint(fields=('rendition', 'number'), name='candidates_page_picture_once'),
        ),
    ]
