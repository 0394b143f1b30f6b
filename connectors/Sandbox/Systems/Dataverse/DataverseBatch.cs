using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace IntegrationHub.Connectors.Sandbox.Systems.Dataverse;

/// <summary><c>$batch</c>: multipart/mixed of single requests and change sets, at most 1000 requests, none nested; stops at the first error unless it prefers to go on.</summary>
/// <remarks>A change set that fails answers with that error alone and takes back what it wrote.</remarks>
internal sealed class DataverseBatch(DataverseContacts contacts)
{
    private const int Most = 1000;

    /// <param name="context">The request.</param>
    /// <param name="work">Told how many operations it holds.</param>
    public async Task<(DataverseReply? Refused, string Type, byte[] Body)> AnswerAsync(HttpContext context, Action<int> work)
    {
        if (Boundary(context.Request.ContentType) is not { } boundary)
        {
            return (DataverseErrors.BadRequest("A batch is multipart/mixed with a boundary."), "", []);
        }

        var goOn = context.Request.Headers["Prefer"].ToString().Contains("odata.continue-on-error", StringComparison.OrdinalIgnoreCase);
        var parts = await DataverseParts.ReadAsync(context.Request.Body, boundary, context.RequestAborted);
        if (parts is null || parts.Sum(part => part.Calls.Count) > Most)
        {
            return (DataverseErrors.BadRequest("The batch cannot be read, or holds more than 1000 requests."), "", []);
        }

        work(parts.Sum(part => part.Calls.Count));
        var (name, text) = ($"batchresponse_{Guid.NewGuid()}", new StringBuilder());
        foreach (var part in parts)
        {
            var failed = part.IsChangeSet ? ChangeSet(part, name, text) : Single(part, name, text);
            if (failed && !goOn)
            {
                break;
            }
        }

        text.Append("--").Append(name).Append("--\r\n");
        return (null, $"multipart/mixed; boundary={name}", Encoding.UTF8.GetBytes(text.ToString()));
    }

    private bool Single(DataversePart part, string name, StringBuilder text)
    {
        var reply = contacts.Answer(part.Calls[0].Call);
        text.Append("--").Append(name).Append("\r\n");
        Write(text, reply, null);
        return reply.Status >= 400;
    }

    private bool ChangeSet(DataversePart part, string name, StringBuilder text)
    {
        text.Append("--").Append(name).Append("\r\n");
        var replies = new List<(DataverseReply Reply, string? Id)>();
        var failed = contacts.Atomically(() =>
        {
            foreach (var (call, id) in part.Calls)
            {
                var reply = call.Method == "GET" ? DataverseErrors.BadRequest("A change set holds no reads.") : contacts.Answer(Resolve(call, replies));
                replies.Add((reply, id));
                if (reply.Status >= 400)
                {
                    return false;
                }
            }

            return true;
        });
        if (failed)
        {
            Write(text, replies[^1].Reply, null);
            return true;
        }

        var set = $"changesetresponse_{Guid.NewGuid()}";
        text.Append("Content-Type: multipart/mixed; boundary=").Append(set).Append("\r\n\r\n");
        foreach (var (reply, id) in replies)
        {
            text.Append("--").Append(set).Append("\r\n");
            Write(text, reply, id);
        }

        text.Append("--").Append(set).Append("--\r\n");
        return false;
    }

    // "$1" stands for what the request with that Content-ID made.
    private static DataverseCall Resolve(DataverseCall call, List<(DataverseReply Reply, string? Id)> before) =>
        call.Path.StartsWith('$') && before.Find(one => one.Id is not null && call.Path == "$" + one.Id).Reply is { } made && made.Headers.TryGetValue("OData-EntityId", out var address)
            ? call with { Path = address[(address.LastIndexOf('/') + 1)..] } : call;

    private static void Write(StringBuilder text, DataverseReply reply, string? id)
    {
        text.Append("Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n");
        if (id is not null)
        {
            text.Append("Content-ID: ").Append(id).Append("\r\n");
        }

        text.Append("\r\nHTTP/1.1 ").Append(reply.Status).Append(' ').Append(ReasonPhrases.GetReasonPhrase(reply.Status)).Append("\r\n");
        foreach (var (header, value) in reply.Headers)
        {
            text.Append(header).Append(": ").Append(value).Append("\r\n");
        }

        if (reply.Body is not null)
        {
            text.Append("Content-Type: application/json; odata.metadata=minimal\r\n");
        }

        text.Append("OData-Version: 4.0\r\n\r\n").Append(Encoding.UTF8.GetString(reply.Bytes)).Append("\r\n");
    }

    internal static string? Boundary(string? type) =>
        MediaTypeHeaderValue.TryParse(type, out var media) && media.MediaType == "multipart/mixed" ? HeaderUtilities.RemoveQuotes(media.Boundary).Value : null;
}
