package bandstand.client;

/** A daemon to talk to, and what to show it; an empty token is none. */
public record Found(Address address, String token) {}
