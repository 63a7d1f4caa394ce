package se.samverkan.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.testing.SamverkanTest;

/** A test in a browser, of the whole application with the {@link InventedWorld} in it. All of them share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SamverkanTest
@TestPropertySource(properties = {"samverkan.test.world=invented", "samverkan.sign-in.attempts.per-address=100000"})
@Import({InventedWorld.class, BrokenPage.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@interface BrowserTest {}
