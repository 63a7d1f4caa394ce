package se.samverkan.browser;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

/** The pages of a demonstration hold, and those that every database has. */
@BrowserTest
class PagesTests extends EveryPage {

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
