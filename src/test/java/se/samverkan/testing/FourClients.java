package se.samverkan.testing;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;

/** Four clients of one person, who ask as fast as they are answered: through the application, not through the network. */
public final class FourClients {

    private static final int CLIENTS = 4;

    private final MockMvc mvc;
    private final Authentication person;

    public FourClients(WebApplicationContext application, long person) {
        this.mvc = MockMvcBuilders.webAppContextSetup(application).build();
        this.person = UsernamePasswordAuthenticationToken.authenticated(
                application.getBean(ActingAs.class).actor(person).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES);
    }

    /** Prints the 95th percentile of so many questions, each of which answers how long it took, in nanoseconds. */
    public static void measure(String what, String goal, int times, LongSupplier ask) throws Exception {
        run(times / 2, ask);
        long[] took = run(times, ask);
        System.out.printf(Locale.ROOT, "%-50s %9.1f ms   %s%n", what, took[took.length * 95 / 100] / 1e6, goal);
    }

    /** Opens a page, which must be there; nanoseconds. */
    public long get(String path) {
        SecurityContextHolder.getContext().setAuthentication(person);
        try {
            long began = System.nanoTime();
            int status = mvc.perform(MockMvcRequestBuilders.get(path))
                    .andReturn()
                    .getResponse()
                    .getStatus();
            long took = System.nanoTime() - began;
            if (status != 200) {
                throw new AssertionError(path + " answered " + status);
            }
            return took;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private static long[] run(int times, LongSupplier ask) throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<long[]>> all = IntStream.range(0, CLIENTS)
                    .mapToObj(client -> clients.submit(() -> LongStream.generate(ask)
                            .limit(Math.max(1, times / CLIENTS))
                            .toArray()))
                    .toList();
            LongStream took = LongStream.empty();
            for (Future<long[]> one : all) {
                took = LongStream.concat(took, Arrays.stream(one.get()));
            }
            return took.sorted().toArray();
        }
    }
}
