namespace IntegrationHub.Host.Access;

/// <summary>Names of the ways in.</summary>
public static class Schemes
{
    /// <summary>A person's cookie session.</summary>
    public const string Session = "session";

    /// <summary>An application's key in the Authorization header.</summary>
    public const string Key = "key";

    /// <summary>Picks <see cref="Key"/> where a request brings an Authorization header, else <see cref="Session"/>.</summary>
    public const string Either = "either";
}
