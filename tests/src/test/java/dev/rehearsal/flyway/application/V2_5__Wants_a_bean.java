package dev.rehearsal.flyway.application;

import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/** As Spring makes it: with a bean. */
public final class V2_5__Wants_a_bean extends BaseJavaMigration {
    private final Runnable bean;

    public V2_5__Wants_a_bean(Runnable bean) {
        this.bean = bean;
    }

    @Override
    public void migrate(Context context) {
        bean.run();
    }
}
