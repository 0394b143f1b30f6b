namespace IntegrationHub.Tests.Registry;

internal static class AsyncRows
{
    public static async IAsyncEnumerable<T> ToAsyncEnumerable<T>(this IReadOnlyList<T> rows)
    {
        foreach (var row in rows)
        {
            yield return row;
        }

        await Task.CompletedTask;
    }
}
