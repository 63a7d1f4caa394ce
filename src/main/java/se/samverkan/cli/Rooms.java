package se.samverkan.cli;

import org.springframework.context.ApplicationContext;

/** The doors of the rooms, opened one by one as a command touches them. */
record Rooms(ApplicationContext context) {

    <T> T door(Class<T> type) {
        return context.getBean(type);
    }
}
