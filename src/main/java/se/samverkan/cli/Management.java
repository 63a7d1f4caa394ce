package se.samverkan.cli;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Remembers where health and metrics are served, to tell the person who starts the application. */
@Component
class Management implements ApplicationListener<WebServerInitializedEvent> {

    private static final String NAMESPACE = "management";

    private volatile @Nullable Integer port;

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        if (NAMESPACE.equals(event.getApplicationContext().getServerNamespace())) {
            port = event.getWebServer().getPort();
        }
    }

    String address() {
        return "http://localhost:" + port + "/actuator";
    }
}
