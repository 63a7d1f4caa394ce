package se.samverkan.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import se.samverkan.shared.database.DatabaseAlone;

/**
 * Starts the rooms: with pages for {@code run}; for the other commands without pages, without background work, and only
 * as much of them as the command touches.
 */
final class Launcher {

    private final Class<?> application;
    private final Locale locale;

    Launcher(Class<?> application, Locale locale) {
        this.application = application;
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    /** The rooms with their pages, open to browsers. */
    ConfigurableApplicationContext pages(Path data, Map<String, Object> settings) {
        return start(WebApplicationType.SERVLET, data, settings);
    }

    /** The rooms without pages, for one command. */
    ConfigurableApplicationContext rooms(Path data) {
        return start(
                WebApplicationType.NONE,
                data,
                Map.of(
                        "spring.main.lazy-initialization", "true",
                        "spring.main.keep-alive", "false",
                        "db-scheduler.enabled", "false",
                        "logging.level.root", "WARN",
                        "logging.level.se.samverkan", "WARN"));
    }

    /** Only the way to the database, for what comes before the rooms. */
    ConfigurableApplicationContext database(Path data) {
        return start(
                DatabaseAlone.class,
                WebApplicationType.NONE,
                data,
                Map.of("spring.main.lazy-initialization", "true", "logging.level.root", "WARN"));
    }

    private ConfigurableApplicationContext start(WebApplicationType type, Path data, Map<String, Object> settings) {
        return start(application, type, data, settings);
    }

    private static ConfigurableApplicationContext start(
            Class<?> source, WebApplicationType type, Path data, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("samverkan.data", data.toString());
        if ("json".equals(System.getenv("SAMVERKAN_LOG"))) {
            all.put("logging.structured.format.console", "ecs");
            all.put("logging.config", "classpath:logback-json.xml");
        }
        String[] arguments = all.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(source).web(type).run(arguments);
    }
}
