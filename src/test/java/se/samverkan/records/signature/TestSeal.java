package se.samverkan.records.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;

/** A key to seal with, made for a test by the JDK's own tool. */
final class TestSeal {

    static final String PASSWORD = "hemligt-prov";

    private TestSeal() {}

    static Path in(Path folder) throws Exception {
        Path key = folder.resolve("seal.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String arguments =
                "-genkeypair -storetype PKCS12 -storepass " + PASSWORD + " -alias seal -keyalg RSA -keysize 3072 "
                        + "-validity 36500 -startdate 2020/01/01 -dname CN=Exempelmyndigheten,O=Exempelmyndigheten,C=SE -keystore";
        java.util.List<String> command = new java.util.ArrayList<>(java.util.List.of(keytool));
        command.addAll(java.util.List.of(arguments.split(" ")));
        command.add(key.toString());
        Process made = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).isZero();
        return key;
    }
}
