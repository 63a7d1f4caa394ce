package se.samverkan.agreement.signing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;
import se.samverkan.Samverkan;
import se.samverkan.access.ActingAs;
import se.samverkan.records.signature.AllSigned;
import se.samverkan.records.signature.SigningOnBehalf;
import se.samverkan.testing.TestDatabases.TestDatabase;

/**
 * The whole application in a process of its own, in which somebody signs; it halts at a moment and says so, to be killed
 * there: once the service has been asked, or when everything is written and not committed.
 */
final class SigningProcess {

    /** Where it halts. */
    enum Moment {
        SERVICE_ASKED,
        NOT_COMMITTED
    }

    private final Process process;
    private final BufferedReader said;

    private SigningProcess(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static SigningProcess on(TestDatabase database, long person, long request, Moment moment) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SigningProcess.class.getName(),
                Long.toString(person),
                Long.toString(request),
                moment.name()));
        command.addAll(List.of(database.settings()));
        return new SigningProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it has come to its moment. */
    void awaitHalt() throws IOException {
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.equals("halted")) {
                return;
            }
        }
        throw new IllegalStateException("the other process ended before it halted");
    }

    /** {@code kill -9}: nothing of it gets to tidy up. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static void halt() {
        System.out.println("halted");
        try {
            Thread.sleep(Long.MAX_VALUE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Halts when the last signature and all that follows of it are written, just before they are committed. */
    @TestComponent
    static class Halt {

        @TransactionalEventListener(phase = TransactionPhase.BEFORE_COMMIT)
        void beforeItIsKept(AllSigned event) {
            halt();
        }
    }

    public static void main(String[] arguments) {
        SpringApplication application = new SpringApplication(Samverkan.class, Halt.class);
        ConfigurableApplicationContext context = application.run(java.util.Arrays.stream(arguments)
                .skip(3)
                .map(each -> "--" + each)
                .toArray(String[]::new));
        SigningOnBehalf signs = new SigningOnBehalf(context);
        long request = Long.parseLong(arguments[1]);
        context.getBean(ActingAs.class).person(Long.parseLong(arguments[0]), () -> {
            if (Moment.valueOf(arguments[2]) == Moment.SERVICE_ASKED) {
                signs.signAndDie(request);
                halt();
            }
            return signs.sign(request);
        });
    }
}
