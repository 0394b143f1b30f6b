using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IntegrationHub.Connectors.Http.Declarative.Settings;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Http.Declarative.Reading;

/// <summary>Finds the next page in an answer.</summary>
internal sealed partial class Pager(PagingSettings settings)
{
    /// <summary>The places a request for this page fills; links need none.</summary>
    public IReadOnlyDictionary<string, string> Places(string? position)
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal) { [Template.Size] = settings.Size.ToString(CultureInfo.InvariantCulture) };
        switch (settings.Kind)
        {
            case PagingKind.Offset:
                places[Template.Offset] = position ?? "0";
                break;
            case PagingKind.Page:
                places[Template.Page] = position ?? settings.First.ToString(CultureInfo.InvariantCulture);
                break;
            case PagingKind.Cursor when (position ?? settings.Start) is { } cursor:
                places[Template.Cursor] = cursor;
                break;
        }

        return places;
    }

    /// <summary>The address of this page when the system gave it itself; else null.</summary>
    public string? Link(string? position) => settings.Kind is PagingKind.LinkHeader or PagingKind.NextLink ? position : null;

    /// <param name="position">The page just read.</param>
    /// <param name="reply">The answer.</param>
    /// <param name="body">Its body.</param>
    /// <param name="count">Records in it.</param>
    /// <returns>Null when that was the last page.</returns>
    public string? Next(string? position, HttpReply reply, JsonElement body, int count) => settings.Kind switch
    {
        PagingKind.Offset when count > 0 => More(Number(position ?? "0") + count, settings.Total?.Text(body)),
        PagingKind.Page when count > 0 && !LastPage(position, body) => (Number(position ?? First) + 1).ToString(CultureInfo.InvariantCulture),
        PagingKind.Cursor => settings.Next!.Text(body) is { } next && next != (position ?? settings.Start) && count > 0 ? next : null,
        PagingKind.NextLink => settings.Next!.Text(body),
        PagingKind.LinkHeader => reply.Headers.TryGetValues("Link", out var links) ? links.Select(NextOf).FirstOrDefault(link => link is not null) : null,
        _ => null,
    };

    private string First => settings.First.ToString(CultureInfo.InvariantCulture);

    private bool LastPage(string? position, JsonElement body) =>
        settings.Pages?.Text(body) is { } pages && Number(position ?? First) - settings.First + 1 >= Number(pages);

    private static string? More(long next, string? total) =>
        total is not null && next >= Number(total) ? null : next.ToString(CultureInfo.InvariantCulture);

    private static long Number(string text) => long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string? NextOf(string header) => NextLink().Match(header) is { Success: true } match ? match.Groups["address"].Value : null;

    [GeneratedRegex("""<(?<address>[^>]+)>\s*(;[^,<]*)?;\s*rel\s*=\s*"?next"?""", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex NextLink();
}
