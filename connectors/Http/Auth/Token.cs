namespace IntegrationHub.Connectors.Http.Auth;

/// <summary>An access token. It never prints itself.</summary>
public sealed class Token(string value, TimeSpan lifetime)
{
    public string Value => value;

    public TimeSpan Lifetime => lifetime;

    public override string ToString() => "***";
}
