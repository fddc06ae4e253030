package dev.rehearsal.command;

import dev.rehearsal.schema.QualifiedName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tools of which is known where they keep what they have applied. */
enum KnownTool {
    KNEX("knex", "knex_migrations", "knex_migrations_lock"),
    ALEMBIC("alembic", "alembic_version"),
    NODE_PG_MIGRATE("node-pg-migrate", "pgmigrations"),
    DBMATE("dbmate", "schema_migrations"),
    SQITCH(
            "sqitch",
            "sqitch.changes",
            "sqitch.events",
            "sqitch.dependencies",
            "sqitch.projects",
            "sqitch.releases",
            "sqitch.tags"),
    SEQUELIZE("sequelize", "SequelizeMeta"),
    SEQUELIZE_CLI("sequelize-cli", "SequelizeMeta"),
    TYPEORM("typeorm", "migrations"),
    DB_MIGRATE("db-migrate", "migrations"),
    RAILS("rails", "schema_migrations", "ar_internal_metadata"),
    RAKE("rake", "schema_migrations", "ar_internal_metadata"),
    MIX("mix", "schema_migrations"),
    SQLX("sqlx", "_sqlx_migrations"),
    DIESEL("diesel", "__diesel_schema_migrations"),
    PHINX("phinx", "phinxlog"),
    ARTISAN("artisan", "migrations"),
    PSQL("psql");

    private final String word;
    private final String tables;

    KnownTool(String word, String... tables) {
        this.word = word;
        this.tables = String.join(",", tables);
    }

    /** {@return the tool that a command names among its first words} */
    static Optional<KnownTool> of(List<String> command) {
        return command.stream()
                .limit(4)
                .flatMap(argument -> Arrays.stream(values()).filter(tool -> tool.word.equals(name(argument))))
                .findFirst();
    }

    private static String name(String argument) {
        @Nullable Path last = Path.of(argument.replace('\0', ' ')).getFileName();
        return last == null
                ? ""
                : last.toString().toLowerCase(Locale.ROOT).replaceFirst("\\.(js|cjs|mjs|exe|cmd|py|php)$", "");
    }

    /** {@return tables by their names, in the usual schema where they name none} */
    static List<QualifiedName> tables(String names) {
        return Arrays.stream(names.split(","))
                .map(String::strip)
                .map(KnownTool::table)
                .toList();
    }

    private static QualifiedName table(String name) {
        int dot = name.indexOf('.');
        return dot < 0
                ? new QualifiedName("public", name)
                : new QualifiedName(name.substring(0, dot), name.substring(dot + 1));
    }

    /** {@return its name} */
    String product() {
        return word;
    }

    /** {@return its tables, that of what is applied first} */
    List<QualifiedName> tables() {
        return tables.isEmpty() ? List.of() : tables(tables);
    }
}
