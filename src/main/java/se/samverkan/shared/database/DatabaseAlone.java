package se.samverkan.shared.database;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * The way to the database and nothing else: for what must happen before the rooms may see it, a restore. Given to Spring
 * as its only source; the application itself never finds it.
 */
@EnableConfigurationProperties(DatabaseSettings.class)
@Import({DatabaseConfiguration.class, Backups.class})
public final class DatabaseAlone {}
