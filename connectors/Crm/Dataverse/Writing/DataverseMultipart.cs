using System.Globalization;
using System.Text;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>The form of a batch: multipart/mixed of single operations and of change sets, lines ended by CRLF; and its answer taken apart.</summary>
internal static class DataverseMultipart
{
    private const string Line = "\r\n";

    /// <param name="boundary">The batch's boundary; it stands in no body.</param>
    /// <param name="root">Absolute path of the interface, with its last slash.</param>
    /// <param name="operations">Each alone, or several as a change set: all of it or nothing.</param>
    public static byte[] Write(string boundary, string root, IReadOnlyList<IReadOnlyList<DataverseRequest>> operations)
    {
        var text = new StringBuilder();
        for (var i = 0; i < operations.Count; i++)
        {
            text.Append("--").Append(boundary).Append(Line);
            if (operations[i] is [var single])
            {
                One(text, root, single, null);
                continue;
            }

            var set = string.Create(CultureInfo.InvariantCulture, $"changeset_{boundary}_{i}");
            text.Append("Content-Type: multipart/mixed; boundary=").Append(set).Append(Line).Append(Line);
            for (var id = 1; id <= operations[i].Count; id++)
            {
                text.Append("--").Append(set).Append(Line);
                One(text, root, operations[i][id - 1], id);
            }

            text.Append("--").Append(set).Append("--").Append(Line);
        }

        return Encoding.UTF8.GetBytes(text.Append("--").Append(boundary).Append("--").Append(Line).ToString());
    }

    /// <summary>One list of parts for each operation: one part of a single operation, or of a change set that failed; as many as a change set has.</summary>
    /// <exception cref="FormatException">It is no answer to a batch.</exception>
    public static IReadOnlyList<IReadOnlyList<DataversePart>> Read(ReadOnlySpan<byte> body)
    {
        var text = Encoding.UTF8.GetString(body);
        var first = text.IndexOf("--", StringComparison.Ordinal);
        var end = first < 0 ? -1 : text.IndexOf('\n', first);
        if (end < 0)
        {
            throw new FormatException("no batch answer");
        }

        return [.. Sections(text, text[first..end].TrimEnd('\r')).Select(Parts)];
    }

    private static void One(StringBuilder text, string root, DataverseRequest request, int? id)
    {
        text.Append("Content-Type: application/http").Append(Line).Append("Content-Transfer-Encoding: binary").Append(Line);
        if (id is { } number)
        {
            text.Append(CultureInfo.InvariantCulture, $"Content-ID: {number}").Append(Line);
        }

        text.Append(Line).Append(request.Method.Method).Append(' ').Append(root).Append(request.Path).Append(" HTTP/1.1").Append(Line).Append("Accept: application/json").Append(Line);
        foreach (var (name, value) in request.Headers)
        {
            text.Append(name).Append(": ").Append(value).Append(Line);
        }

        if (!request.Body.IsEmpty)
        {
            text.Append("Content-Type: application/json; type=entry").Append(Line);
        }

        text.Append(Line).Append(Encoding.UTF8.GetString(request.Body.Span)).Append(Line);
    }

    private static IReadOnlyList<DataversePart> Parts(string section)
    {
        var (headers, rest) = Divide(section);
        if (!headers.TryGetValue("Content-Type", out var type) || !type.StartsWith("multipart/mixed", StringComparison.OrdinalIgnoreCase))
        {
            return [DataversePart.Read(rest)];
        }

        var boundary = type[(type.IndexOf("boundary=", StringComparison.OrdinalIgnoreCase) + "boundary=".Length)..].Trim('"');
        return [.. Sections(rest, "--" + boundary).Select(inner => DataversePart.Read(Divide(inner).After))];
    }

    private static IEnumerable<string> Sections(string text, string mark)
    {
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0;)
        {
            var from = at + mark.Length;
            var next = text.IndexOf(mark, from, StringComparison.Ordinal);
            if (next < 0)
            {
                yield break;
            }

            yield return text[from..next].TrimStart('\r', '\n');
            at = next;
        }
    }

    /// <summary>Header lines, and what follows the first empty one.</summary>
    internal static (Dictionary<string, string> Headers, string After) Divide(string section)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = 0;
        while (at < section.Length)
        {
            var end = section.IndexOf('\n', at);
            var line = (end < 0 ? section[at..] : section[at..end]).TrimEnd('\r');
            at = end < 0 ? section.Length : end + 1;
            if (line.Length == 0)
            {
                break;
            }

            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            {
                headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
            }
        }

        return (headers, section[at..]);
    }
}
