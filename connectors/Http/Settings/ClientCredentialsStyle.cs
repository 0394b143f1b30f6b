namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>Where the client's id and secret stand in a token request (RFC 6749, 2.3.1).</summary>
public enum ClientCredentialsStyle
{
    Body,
    Basic,
}
