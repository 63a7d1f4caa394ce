package se.samverkan.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;
import se.samverkan.Samverkan;

/**
 * A test of the whole application on a real, fresh database and a port of its own. Classes with the same settings share
 * one, so a test arranges what it needs under names of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = Samverkan.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = SamverkanTest.FreshDatabase.class)
public @interface SamverkanTest {

    /** Gives each application context a database of its own. */
    final class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestDatabases.TestDatabase database = TestDatabases.fresh();
            context.getBeanFactory().addBeanPostProcessor(new QueryCount.Counting());
            TestPropertyValues.of(database.settings()).applyTo(context);
            context.getBeanFactory().registerSingleton("testDatabase", database);
        }
    }
}
