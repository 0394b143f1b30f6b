namespace IntegrationHub.Mdm.Storage.Tables;

/// <summary>A one-time sign-in token, by its hash.</summary>
internal sealed class TokenEntity
{
    public byte[] Hash { get; set; } = [];

    public string Account { get; set; } = "";

    public string Role { get; set; } = "";

    public long ExpiresAt { get; set; }
}
