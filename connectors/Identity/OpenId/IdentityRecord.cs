using System.Text.Encodings.Web;
using System.Text.Json;
using IntegrationHub.Connectors.Abstractions;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace IntegrationHub.Connectors.Identity.OpenId;

/// <summary>Makes the record: the claims as the provider writes them, with issuer and client, which <c>sub</c> is good for. Its version is the moment of the sign-in.</summary>
internal sealed class IdentityRecord(ProviderSettings settings, string issuer)
{
    // They speak of the token, not of the person.
    private static readonly HashSet<string> OfToken = new(StringComparer.Ordinal)
    {
        "iss", "aud", "azp", "iat", "exp", "nbf", "jti", "nonce", "at_hash", "c_hash", "s_hash", "auth_time", "sid", "acr", "amr",
    };

    // FranceConnect's pivot identity; the place of birth is one of the six where the country is France.
    private static readonly string[] Pivot = ["given_name", "family_name", "gender", "birthdate", "birthcountry"];

    private static readonly JsonWriterOptions Writing = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonElement Payload(JsonWebToken token)
    {
        using var json = JsonDocument.Parse(Base64UrlEncoder.DecodeBytes(token.EncodedPayload));
        return json.RootElement.Clone();
    }

    public SourceRecord Of(JsonWebToken identity, JsonElement claims)
    {
        using var body = new MemoryStream();
        using (var writer = new Utf8JsonWriter(body, Writing))
        {
            writer.WriteStartObject();
            writer.WriteString("issuer", issuer);
            writer.WriteString("client", settings.ClientId);
            foreach (var claim in claims.EnumerateObject().Where(claim => !OfToken.Contains(claim.Name) && claim.Name is not ("issuer" or "client")))
            {
                claim.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        var at = new DateTimeOffset(identity.IssuedAt, TimeSpan.Zero);
        return new SourceRecord
        {
            Key = identity.Subject,
            Version = new RecordVersion(at.UtcTicks),
            ChangedAt = at,
            Body = body.ToArray(),
            Proven = settings.Rules.ChecksIdentity && Pivot.All(name => Says(claims, name)) && (Text(claims, "birthcountry") != "99100" || Says(claims, "birthplace")),
        };
    }

    private static bool Says(JsonElement claims, string name) => !string.IsNullOrWhiteSpace(Text(claims, name));

    private static string? Text(JsonElement claims, string name) => claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
