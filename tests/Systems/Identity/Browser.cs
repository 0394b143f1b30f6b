using System.Net;
using System.Text.RegularExpressions;

namespace IntegrationHub.Tests.Systems.Identity;

/// <summary>A person's browser before the fake provider: reads the page of test people, picks one, comes back.</summary>
internal static partial class Browser
{
    /// <param name="address">Where the hub sent it.</param>
    /// <param name="answer">What the person does: <c>person=3</c>, with the tricks a test wants; empty gives up.</param>
    public static async Task<Uri> AnswerAsync(Uri address, string answer)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
        using var page = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        var link = Link().Match(await page.Content.ReadAsStringAsync()).Groups["request"].Value;
        using var back = await client.GetAsync(new Uri(address, $"authorize/answer?request={link}&{answer}"));
        Assert.Equal(HttpStatusCode.Found, back.StatusCode);
        return back.Headers.Location!;
    }

    [GeneratedRegex("request=(?<request>[0-9a-f]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
