package se.samverkan.shared.page;

import org.springframework.web.util.UriComponentsBuilder;

/** Builds the address of a page with what was chosen on it; what is empty is left out. */
public final class Address {

    private final UriComponentsBuilder address;

    private Address(String path) {
        this.address = UriComponentsBuilder.fromPath(path);
    }

    public static Address of(String path) {
        return new Address(path);
    }

    public Address with(String name, Object value) {
        if (!value.toString().isEmpty()) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
        return this;
    }

    /** With everything that has a meaning in addresses written out of harm's way. */
    @Override
    public String toString() {
        return address.encode().build().toUriString();
    }
}
