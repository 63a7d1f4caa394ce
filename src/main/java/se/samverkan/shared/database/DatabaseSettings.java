package se.samverkan.shared.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which database: embedded in a folder, or an external one by address.
 *
 * @param data the folder of the embedded database
 * @param db the external database, all null when the embedded one is used
 * @param memory how much the embedded database keeps in shared buffers, as PostgreSQL writes it
 */
@ConfigurationProperties("samverkan")
public record DatabaseSettings(
        @DefaultValue("data") Path data,
        @DefaultValue External db,
        @DefaultValue("256MB") String memory) {

    /**
     * An external PostgreSQL. The owner creates and migrates; the application's own role reads and writes under
     * row-level security and may be neither the owner nor a superuser.
     *
     * @param url a JDBC address
     * @param user the application's role
     * @param password its password
     * @param owner the role that owns the tables
     * @param ownerPassword its password
     */
    public record External(
            @Nullable String url,
            @DefaultValue("samverkan_app") String user,
            @DefaultValue("") String password,
            @DefaultValue("samverkan_owner") String owner,
            @DefaultValue("") String ownerPassword) {}

    public boolean embedded() {
        return db.url() == null || db.url().isBlank();
    }
}
