package dev.rehearsal.liquibase;

import dev.rehearsal.schema.QualifiedName;
import java.util.Map;
import java.util.function.Consumer;
import liquibase.database.Database;
import liquibase.structure.core.Schema;
import liquibase.structure.core.Table;

/**
 * What Liquibase calls its own tables. Its database decides how a name is spelt: on PostgreSQL those of the tables are small
 * letters, whatever the settings say, and one of a schema is kept where it mixes both cases.
 *
 * @param history in which it writes what has run
 * @param lock in which it says that it runs
 */
record OwnNames(QualifiedName history, QualifiedName lock) {
    private static final String PUBLIC = "public";

    static OwnNames of(LiquibaseSettings settings, String product) {
        Database own = told(unused(product), settings);
        String said = settings.get(SettingNames.OWN_SCHEMA, settings.get(SettingNames.SCHEMA, PUBLIC));
        String schema = own.correctObjectName(said, Schema.class);
        return new OwnNames(
                named(own, schema, own.getDatabaseChangeLogTableName()),
                named(own, schema, own.getDatabaseChangeLogLockTableName()));
    }

    private static QualifiedName named(Database own, String schema, String name) {
        return new QualifiedName(schema, own.correctObjectName(name, Table.class));
    }

    /** The one that is handed out by name is everybody's. */
    private static Database unused(String product) {
        try {
            return ParsedLog.offline(product)
                    .getClass()
                    .getDeclaredConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return the same database, told what the settings say of its own tables} */
    static Database told(Database database, LiquibaseSettings settings) {
        Map.<String, Consumer<String>>of(
                        SettingNames.OWN_SCHEMA, database::setLiquibaseSchemaName,
                        SettingNames.TABLE, database::setDatabaseChangeLogTableName,
                        SettingNames.LOCK_TABLE, database::setDatabaseChangeLogLockTableName)
                .forEach((name, setter) -> {
                    String value = settings.get(name);
                    if (value != null) {
                        setter.accept(value);
                    }
                });
        return database;
    }
}
