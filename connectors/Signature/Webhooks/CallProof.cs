using System.Security.Cryptography;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Abstractions.Settings;

namespace IntegrationHub.Connectors.Signature.Webhooks;

/// <summary>HMAC-SHA256 over the bytes as received, by any of several keys: one can be replaced without a gap.</summary>
internal static class CallProof
{
    /// <param name="call">The call.</param>
    /// <param name="signatures">What its headers bear, in the sender's writing.</param>
    /// <param name="keys">The connection's keys.</param>
    /// <param name="write">How the sender writes a signature.</param>
    /// <returns>Null when a signature is of one of the keys.</returns>
    public static Failure? Judge(IncomingCall call, IReadOnlyList<string> signatures, IReadOnlyList<Secret> keys, Func<byte[], string> write)
    {
        if (signatures.Count == 0)
        {
            return Denied("webhook.unsigned", "The call bears no signature: switch signatures on at the sender.");
        }

        var found = false;
        foreach (var key in keys)
        {
            if (!key.TryReveal(out var text))
            {
                return key.Missing;
            }

            var expected = Encoding.UTF8.GetBytes(write(HMACSHA256.HashData(Encoding.UTF8.GetBytes(text), call.Body.Span)));
            foreach (var signature in signatures)
            {
                found |= CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), expected);
            }
        }

        return found ? null : Denied("webhook.signature", "The signature is of none of the connection's keys.");
    }

    /// <summary>Values of the headers whose name is this, or begins so.</summary>
    public static IReadOnlyList<string> Headers(IncomingCall call, string name, bool numbered = false) =>
        [.. call.Headers.Where(header => numbered ? header.Key.StartsWith(name, StringComparison.OrdinalIgnoreCase) : header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value.Trim()).Where(value => value.Length > 0)];

    private static Failure Denied(string code, string detail) => new(FailureKind.Denied, code, detail);
}
