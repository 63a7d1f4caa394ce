package se.samverkan.cli;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import se.samverkan.access.FirstAdministrator;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Installation.Kind;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Words;

/**
 * {@code samverkan run}: opens the pages, says at which address once the first page answers, and goes on until it is
 * told to stop.
 */
@Command(name = "run")
final class RunCommand implements Callable<Integer> {

    /** Nobody's address: the first administrator gives the own one after signing in. */
    private static final String FIRST_ADMINISTRATOR = "administrator@samverkan.invalid";

    private final Launcher launcher;

    @Spec
    private CommandSpec spec;

    @Mixin
    private CommonOptions common;

    @Mixin
    private Place place;

    @Option(names = "--port", paramLabel = "N", defaultValue = "${env:SAMVERKAN_PORT:-8080}")
    private int port;

    @Option(names = "--empty")
    private boolean empty;

    RunCommand(Launcher launcher) {
        this.launcher = launcher;
    }

    @Override
    public Integer call() throws InterruptedException {
        Path data = place.folder();
        Preflight.check(data, port);
        ConfigurableApplicationContext context = launcher.pages(data, settings());
        CountDownLatch closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        boolean isNew = empty && isMadeReal(context.getBean(Installation.class));
        announce(context);
        if (isNew) {
            spec.commandLine()
                    .getOut()
                    .println(MessageFiles.words(launcher.locale())
                            .text("cli.run.first-administrator", address(context) + welcome(context)));
        }
        closed.await();
        return 0;
    }

    /** Makes an undecided database a real one; says whether it was undecided. */
    private static boolean isMadeReal(Installation installation) {
        boolean undecided = installation.kind().isEmpty();
        installation.become(Kind.REAL);
        return undecided;
    }

    private static String welcome(ConfigurableApplicationContext context) {
        return context.getBean(FirstAdministrator.class).invite(FIRST_ADMINISTRATOR);
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.port", port);
        settings.put("samverkan.demonstration.fill", !empty);
        if (System.getenv("SAMVERKAN_MANAGEMENT_PORT") == null) {
            settings.put("management.server.port", Preflight.freeBeside(port));
        }
        return settings;
    }

    private void announce(ConfigurableApplicationContext context) {
        Words words = MessageFiles.words(launcher.locale());
        URI address = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port") + "/");
        FirstPage.await(address);
        spec.commandLine().getOut().println(words.text("cli.run.ready", address.toString()));
        context.getBeanProvider(Management.class)
                .ifAvailable(management ->
                        spec.commandLine().getOut().println(words.text("cli.run.management", management.address())));
    }

    private static String address(ConfigurableApplicationContext context) {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }
}
