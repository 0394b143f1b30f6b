using System.Net;
using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.OpenId;

/// <summary>A person's browser with cookies of its own: follows every redirect, fills the provider's sign-in page, confirms its logout, and stops where the portal begins.</summary>
public sealed partial class PersonsBrowser(string? person) : IDisposable
{
    private readonly HttpClient client = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>Changes an address before it is gone to, as somebody with bad intentions would.</summary>
    public Func<Uri, Uri> Meddle { get; init; } = static address => address;

    /// <summary>The hub's callback as the browser was sent to it.</summary>
    public Uri? Callback { get; private set; }

    /// <returns>Where it ended, and the page there; the portal's page is not fetched.</returns>
    public async Task<(Uri Address, HttpStatusCode Status, string Page)> GoAsync(Uri address)
    {
        for (var hop = 0; hop < 20; hop++)
        {
            address = Meddle(address);
            if (address.Host == "portail.example")
            {
                return (address, HttpStatusCode.OK, "");
            }

            if (address.AbsolutePath.StartsWith("/login/callback", StringComparison.Ordinal))
            {
                Callback = address;
            }

            using var answer = address.AbsolutePath.StartsWith("/interaction/", StringComparison.Ordinal)
                ? await client.GetAsync(new Uri(address, person is null ? "?" : $"?person={person}"))
                : await client.GetAsync(address);
            var next = await NextAsync(address, answer);
            if (next is null)
            {
                return (address, answer.StatusCode, await answer.Content.ReadAsStringAsync());
            }

            address = next;
        }

        throw new InvalidOperationException("the browser goes round in circles");
    }

    public void Dispose() => client.Dispose();

    private async Task<Uri?> NextAsync(Uri address, HttpResponseMessage answer)
    {
        if (answer.Headers.Location is { } location)
        {
            return new Uri(address, location);
        }

        var form = LogoutForm().Match(await answer.Content.ReadAsStringAsync());
        if (!form.Success)
        {
            return null;
        }

        using var yes = new FormUrlEncodedContent([new("xsrf", form.Groups["token"].Value), new("logout", "yes")]);
        using var left = await client.PostAsync(new Uri(form.Groups["address"].Value), yes);
        return new Uri(address, left.Headers.Location!);
    }

    [GeneratedRegex("action=\"(?<address>[^\"]+/session/end/confirm)\".*name=\"xsrf\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex LogoutForm();
}
