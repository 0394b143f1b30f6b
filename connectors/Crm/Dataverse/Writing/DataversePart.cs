using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using IntegrationHub.Connectors.Abstractions;
using IntegrationHub.Connectors.Http.Sending;

namespace IntegrationHub.Connectors.Crm.Dataverse.Writing;

/// <summary>One answer inside the answer to a batch.</summary>
internal sealed record DataversePart(int Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <exception cref="FormatException">It begins with no status line.</exception>
    public static DataversePart Read(string text)
    {
        text = text.TrimStart('\r', '\n');
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        if (!text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) || text.Length < 12)
        {
            throw new FormatException("no answer inside the batch's answer");
        }

        var (headers, body) = DataverseMultipart.Divide(end < 0 ? "" : text[(end + 1)..]);
        return new DataversePart(int.Parse(text.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture), headers, body.TrimEnd('\r', '\n'));
    }

    /// <summary>Judged as if it had come alone.</summary>
    public DataverseAnswer Answer(DateTimeOffset now)
    {
        using var carrier = new HttpResponseMessage();
        if (Headers.TryGetValue("Retry-After", out var wait))
        {
            carrier.Headers.TryAddWithoutValidation("Retry-After", wait);
        }

        var body = Encoding.UTF8.GetBytes(Body);
        HttpResponseHeaders headers = carrier.Headers;
        Failure? usual = HttpAnswer.Judge(Status, headers, now);
        return new DataverseAnswer(Status, DataverseErrors.Judge(new HttpReply(Status, headers, "application/json", body), usual), body);
    }
}
