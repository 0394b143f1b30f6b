using System.Text.Json.Serialization;

namespace IntegrationHub.Connectors.Http.Settings;

/// <summary>Where a system answers: an absolute http or https address, without user, query or fragment; it always ends with a slash.</summary>
[JsonConverter(typeof(BaseAddressConverter))]
public sealed record BaseAddress
{
    private BaseAddress(Uri value) => Value = value;

    public Uri Value { get; }

    /// <exception cref="FormatException">With what to write instead.</exception>
    public static BaseAddress Parse(string text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            || uri.UserInfo.Length > 0 || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            throw new FormatException("An address is https://host/path, without user, query or fragment; secrets have settings of their own.");
        }

        return new BaseAddress(uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/"));
    }

    public static BaseAddress Of(Uri uri) => Parse(uri.AbsoluteUri);

    public override string ToString() => Value.AbsoluteUri;
}
