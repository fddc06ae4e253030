package dev.rehearsal.postgres.lint;

/** A new column whose value differs from row to row. */
final class VolatileDefault extends PatternGuess {
    VolatileDefault() {
        super(
                "ALTER TABLE (?:IF EXISTS )?(?:ONLY )?(?<table>NAME) ADD (?:COLUMN )?(?:IF NOT EXISTS )?(?!CONSTRAINT |CHECK |UNIQUE |PRIMARY |FOREIGN |EXCLUDE )NAME .*(?:\\b(?:random|gen_random_uuid|uuid_generate_v\\w+|uuidv[47]|clock_timestamp|timeofday|nextval) \\(|\\b(?:small|big)?serial\\b|\\bGENERATED (?:ALWAYS|BY DEFAULT) AS IDENTITY\\b|\\) STORED\\b)",
                "%s would be rewritten to give each row a value of its own.");
    }

    @Override
    public String rule() {
        return "volatile-default-rewrites";
    }

    @Override
    public String remedy() {
        return "Add the column without a default, set the default, and fill old rows in batches.";
    }
}
