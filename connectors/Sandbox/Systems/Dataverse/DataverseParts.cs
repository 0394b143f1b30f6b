using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary>Takes a batch apart: parts of type application/http, and inside them a request line, headers, a body.</summary>
internal static class DataverseParts
{
    /// <returns>Null when it is not what a batch must be.</returns>
    public static async Task<IReadOnlyList<DataversePart>?> ReadAsync(Stream body, string boundary, CancellationToken cancellationToken)
    {
        var parts = new List<DataversePart>();
        try
        {
            var reader = new MultipartReader(boundary, body);
            while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
            {
                var inner = DataverseBatch.Boundary(section.ContentType);
                var calls = inner is null ? [await OneAsync(section, cancellationToken)] : await SetAsync(section.Body, inner, cancellationToken);
                if (calls.Count == 0 || calls.Any(call => call.Call is null))
                {
                    return null;
                }

                parts.Add(new DataversePart(inner is not null, [.. calls.Select(call => (call.Call!, call.Id))]));
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return null; // cut, or no multipart at all
        }

        return parts.Count == 0 ? null : parts;
    }

    private static async Task<List<(DataverseCall? Call, string? Id)>> SetAsync(Stream body, string boundary, CancellationToken cancellationToken)
    {
        var calls = new List<(DataverseCall?, string?)>();
        var reader = new MultipartReader(boundary, body);
        while (await reader.ReadNextSectionAsync(cancellationToken) is { } section)
        {
            calls.Add(await OneAsync(section, cancellationToken));
        }

        return calls;
    }

    private static async Task<(DataverseCall? Call, string? Id)> OneAsync(MultipartSection section, CancellationToken cancellationToken)
    {
        if (section.ContentType?.StartsWith("application/http", StringComparison.OrdinalIgnoreCase) != true)
        {
            return default;
        }

        using var text = new StreamReader(section.Body, Encoding.UTF8);
        var whole = (await text.ReadToEndAsync(cancellationToken)).ReplaceLineEndings("\n");
        var cut = whole.IndexOf("\n\n", StringComparison.Ordinal);
        var lines = (cut < 0 ? whole.TrimEnd('\n') : whole[..cut]).Split('\n');
        if (lines[0].Split(' ') is not [var method, .. var middle, "HTTP/1.1"] || string.Join(' ', middle) is not { Length: > 0 } target)
        {
            return default;
        }

        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Where(pair => pair.Length == 2)
            .ToDictionary(pair => pair[0].Trim(), pair => pair[1].Trim(), StringComparer.OrdinalIgnoreCase);
        var body = cut < 0 ? "" : whole[(cut + 2)..].Trim();
        var id = section.Headers?.TryGetValue("Content-ID", out var named) == true ? named.ToString() : null;
        return (Call(method, target, headers, Encoding.UTF8.GetBytes(body)), id);
    }

    private static DataverseCall Call(string method, string target, IReadOnlyDictionary<string, string> headers, byte[] body)
    {
        var path = target.IndexOf("/api/data/v9.2/", StringComparison.OrdinalIgnoreCase) is var at and >= 0 ? target[(at + "/api/data/v9.2/".Length)..] : target.TrimStart('/');
        var mark = path.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? [] : QueryHelpers.ParseQuery(path[mark..]).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);
        return new DataverseCall(method, Uri.UnescapeDataString(mark < 0 ? path : path[..mark]), query, headers, body);
    }
}
