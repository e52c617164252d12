from django.db import migrations

MAKE = """
CREATE SCHEMA vault;
CREATE TABLE vault.equality_answer (
    position_id bigint NOT NULL,
    month date NOT NULL,
    question text NOT NULL,
    answer text NOT NULL
);
CREATE INDEX equality_answer_position ON vault.equality_answer (position_id);
CREATE FUNCTION vault.counts(wanted bigint)
RETURNS TABLE (question text, answer text, n bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = vault, pg_temp AS $$
    SELECT given.question, given.answer, count(*)
    FROM vault.equality_answer AS given
    WHERE given.position_id = wanted
      AND EXISTS (
          SELECT 1 FROM public.positions_position AS position
          WHERE position.id = wanted AND position.status IN ('CLOSED', 'ARCHIVED')
      )
    GROUP BY given.question, given.answer
    HAVING count(*) >= 5
$$;
REVOKE ALL ON SCHEMA vault FROM PUBLIC;
REVOKE ALL ON FUNCTION vault.counts(bigint) FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("candidates", "0003_applying_and_the_record"),
        ("positions", "0001_foundation"),
    ]

    operations = [migrations.RunSQL(MAKE, "DROP SCHEMA vault CASCADE")]
