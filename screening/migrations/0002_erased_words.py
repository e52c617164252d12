from django.db import migrations

# Events are append-only for the application's role; what people wrote in one has to go
# with the application it is about. So the owner lends this one act, and only for
# applications that are not there any more.
MAKE = """
CREATE FUNCTION erase_override_words(erased bigint) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp AS $$
    UPDATE screening_overrideevent SET reason = ''
    WHERE application_id = erased
      AND NOT EXISTS (SELECT 1 FROM candidates_application WHERE id = erased)
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("screening", "0001_foundation")]

    operations = [
        migrations.RunSQL(MAKE, "DROP FUNCTION erase_override_words(bigint)")
    ]
