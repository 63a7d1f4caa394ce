package se.samverkan.cli;

import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import org.springframework.boot.logging.StackTracePrinter;
import org.springframework.boot.logging.StandardStackTracePrinter;

/**
 * Writes an exception to the log by its type and where it came from, without its words: a database or a parser quotes
 * there what people wrote, their names and addresses too. For plain lines and for structured ones; named in
 * {@code logback-spring.xml} and {@code application.properties}, hence public.
 */
public final class WordlessTrace extends ThrowableProxyConverter implements StackTracePrinter {

    private static final StackTracePrinter TYPES_AND_PLACES = StandardStackTracePrinter.rootLast()
            .withFormatter(thrown -> thrown.getClass().getName());

    @Override
    public void printStackTrace(Throwable throwable, Appendable destination) throws IOException {
        TYPES_AND_PLACES.printStackTrace(throwable, destination);
    }

    @Override
    protected String throwableProxyToString(IThrowableProxy thrown) {
        return thrown instanceof ThrowableProxy whole
                ? TYPES_AND_PLACES.printStackTraceToString(whole.getThrowable())
                : thrown.getClassName() + System.lineSeparator();
    }
}
