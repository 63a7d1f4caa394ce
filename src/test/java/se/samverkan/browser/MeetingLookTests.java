package se.samverkan.browser;

import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;

@BrowserTest
class MeetingLookTests extends EveryPage {

    @Autowired
    InventedWorld world;

    @Override
    World world() {
        return world;
    }

    @Override
    List<PageCatalogue.Entry> pages() {
        return PageCatalogue.all().stream()
                .filter(each -> each.name().startsWith("meeting") || each.name().equals("case"))
                .toList();
    }
}
