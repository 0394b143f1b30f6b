using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace IntegrationHub.Connectors.Sandbox.Systems.Identity;

/// <summary>The provider's ES256 key, and tokens signed with it, rightly or by a trick.</summary>
public sealed class SigningKeys
{
    private readonly Lock gate = new();
    private ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private int generation = 1;

    private string Name => string.Create(CultureInfo.InvariantCulture, $"k{generation}");

    /// <summary>The key document (RFC 7517).</summary>
    public JsonObject Published()
    {
        lock (gate)
        {
            var point = key.ExportParameters(includePrivateParameters: false).Q;
            return new JsonObject
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["kty"] = "EC", ["crv"] = "P-256", ["use"] = "sig", ["alg"] = "ES256", ["kid"] = Name,
                    ["x"] = Base64Url.EncodeToString(point.X!), ["y"] = Base64Url.EncodeToString(point.Y!),
                }),
            };
        }
    }

    public string Sign(JsonObject payload, Trick trick)
    {
        lock (gate)
        {
            if (trick == Trick.RotatedKey)
            {
                (key, generation) = (ECDsa.Create(ECCurve.NamedCurves.nistP256), generation + 1);
            }

            using var stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);
            return trick switch
            {
                Trick.AlgNone => Unsigned(payload, "none", null) + ".",
                Trick.PublicKeyAsSecret => Keyed(Unsigned(payload, "HS256", Name), key),
                Trick.UnknownKey => Signed(Unsigned(payload, "ES256", "never-published"), stranger),
                Trick.StolenKeyName => Signed(Unsigned(payload, "ES256", Name), stranger),
                Trick.Tampered => Tampered(Signed(Unsigned(payload, "ES256", Name), key), payload),
                _ => Signed(Unsigned(payload, "ES256", Name), key),
            };
        }
    }

    private static string Unsigned(JsonObject payload, string algorithm, string? key)
    {
        var header = new JsonObject { ["alg"] = algorithm, ["typ"] = "JWT" };
        if (key is not null)
        {
            header["kid"] = key;
        }

        return $"{Encode(header)}.{Encode(payload)}";
    }

    private static string Signed(string text, ECDsa key) =>
        $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation))}";

    private static string Keyed(string text, ECDsa key) =>
        $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), Encoding.ASCII.GetBytes(text)))}";

    private static string Tampered(string token, JsonObject payload)
    {
        var changed = payload.DeepClone().AsObject();
        changed["family_name"] = "AUTRE";
        var parts = token.Split('.');
        return $"{parts[0]}.{Encode(changed)}.{parts[2]}";
    }

    private static string Encode(JsonObject json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
