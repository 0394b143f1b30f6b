using IntegrationHub.Connectors.Abstractions;

namespace IntegrationHub.Connectors.Http.Sending;

/// <summary>An answer's body, read whole inside the attempt, so that a cut in the middle is tried again like any other.</summary>
internal sealed class AnswerBody : ByteArrayContent
{
    private AnswerBody(byte[] bytes, int length) : base(bytes, 0, length) => Bytes = bytes.AsMemory(0, length);

    public ReadOnlyMemory<byte> Bytes { get; }

    /// <exception cref="HttpFailureException">It is larger than <paramref name="limit"/>.</exception>
    public static async Task<AnswerBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var announced = content.Headers.ContentLength ?? 0;
        if (announced > limit)
        {
            throw TooLarge(limit);
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var bytes = new byte[announced > 0 ? announced + 1 : 16384];
        var length = 0;
        while (true)
        {
            var read = await stream.ReadAsync(bytes.AsMemory(length), cancellationToken);
            if (read == 0)
            {
                break;
            }

            length += read;
            if (length > limit)
            {
                throw TooLarge(limit);
            }

            if (length == bytes.Length)
            {
                Array.Resize(ref bytes, bytes.Length * 2);
            }
        }

        var body = new AnswerBody(bytes, length);
        foreach (var header in content.Headers)
        {
            body.Headers.TryAddWithoutValidation(header.Key, header.Value);
        }

        return body;
    }

    private static HttpFailureException TooLarge(int limit) =>
        new(new Failure(FailureKind.Denied, "body.too-large", $"An answer is larger than {limit} bytes: ask for smaller pages, or raise maxAnswerBytes."));
}
