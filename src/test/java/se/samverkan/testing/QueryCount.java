package se.samverkan.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the statements that a deed sends to the database, whichever thread of the server sends them; those of the job
 * scheduler are its own affair. A page whose number grows with its rows asks one by one what it could ask at once.
 *
 * <p>{@code QueryCount.of(() -> visitor.get("/units/12345678"))}, in any {@link SamverkanTest}.
 */
public final class QueryCount {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private QueryCount() {}

    /** How many statements the deed sends; one deed at a time. */
    public static int of(Supplier<?> deed) {
        return statementsOf(deed).size();
    }

    /** The statements themselves, to be read when there are too many. */
    public static List<String> statementsOf(Supplier<?> deed) {
        SEEN.clear();
        deed.get();
        return List.copyOf(SEEN);
    }

    /** Puts the counter between the application and its connections. */
    static final class Counting implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource source && !Proxy.isProxyClass(bean.getClass())
                    ? proxy(DataSource.class, source)
                    : bean;
        }
    }

    private static Object proxy(Class<?> type, Object target) {
        return Proxy.newProxyInstance(
                QueryCount.class.getClassLoader(),
                target instanceof AutoCloseable ? new Class<?>[] {type, AutoCloseable.class} : new Class<?>[] {type},
                (self, method, arguments) -> {
                    try {
                        boolean executes = target instanceof Statement
                                && method.getName().startsWith("execute")
                                && !Thread.currentThread().getName().startsWith("db-scheduler");
                        if (executes) {
                            SEEN.add(target.toString());
                        }
                        Object result = method.invoke(target, arguments);
                        return result == null || method.getName().equals("unwrap")
                                ? result
                                : wrapped(method.getReturnType(), result);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static Object wrapped(Class<?> type, Object result) {
        return Connection.class.isAssignableFrom(type) || Statement.class.isAssignableFrom(type)
                ? proxy(type, result)
                : result;
    }
}
