package se.samverkan.shared.database;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.jdbc.DataSourceBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The two ways into the database: as the owner to migrate it, as the application for everything else. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    /** The embedded server, started only where no external database is named. */
    @Bean(destroyMethod = "close")
    @Lazy
    EmbeddedPostgres embeddedPostgres(DatabaseSettings settings) {
        return EmbeddedPostgres.in(settings.data(), settings.memory());
    }

    @Bean
    DatabaseAccess databaseAccess(DatabaseSettings settings, ObjectProvider<EmbeddedPostgres> embedded) {
        if (settings.embedded()) {
            EmbeddedPostgres postgres = embedded.getObject();
            return new DatabaseAccess(
                    postgres.url(), "samverkan_app", postgres.password(), "samverkan_owner", postgres.password());
        }
        var db = settings.db();
        return new DatabaseAccess(requireUrl(db.url()), db.user(), db.password(), db.owner(), db.ownerPassword());
    }

    private static String requireUrl(@Nullable String url) {
        if (url == null) {
            throw new IllegalStateException("an external database needs SAMVERKAN_DB_URL");
        }
        return url;
    }

    /** The application's connections; the database is migrated before the first one is handed out. */
    @Bean
    HikariDataSource dataSource(DatabaseAccess access, DatabaseSettings settings) {
        if (!settings.embedded()) {
            ApplicationRole.requireGuarded(access);
        }
        new RoomMigrations(access.asOwner()).run();
        HikariDataSource pool = DataSourceBuilder.create()
                .type(HikariDataSource.class)
                .url(access.url() + (access.url().contains("?") ? "&" : "?")
                        + "reWriteBatchedInserts=true&ApplicationName=samverkan")
                .username(access.user())
                .password(access.password())
                .build();
        pool.setPoolName("samverkan");
        pool.setMaximumPoolSize(16);
        pool.setMinimumIdle(2);
        return pool;
    }
}
