package se.samverkan.browser;

import java.util.List;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures of the pages of the {@link InventedWorld}. */
@BrowserTest
@EnabledIfSystemProperty(named = "screenshots", matches = ".+")
class ScreenshotTests extends Screenshots {

    @Autowired
    InventedWorld world;

    @Override
    World world() {
        return world;
    }

    @Override
    List<PageCatalogue.Entry> pages() {
        return PageCatalogue.all();
    }
}
