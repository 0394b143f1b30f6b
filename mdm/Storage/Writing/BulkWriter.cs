using IntegrationHub.Mdm.Storage.Reading;
using IntegrationHub.Mdm.Storage.Schema;

namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>Writes many rows fast in the transaction that is open on the writer's connection. One per provider; used by one thread at a time.</summary>
internal abstract class BulkWriter : IDisposable
{
    /// <summary>Rows of <paramref name="table"/> follow: one call a column, then <see cref="EndRow"/>; <see cref="End"/> after the last.</summary>
    public abstract void Begin(BulkTable table);

    /// <summary>As <see cref="Begin"/>, but the rows are there already: the first column is their key, the others are set.</summary>
    public abstract void BeginUpdate(BulkTable table);

    public abstract void Integer(long? value);

    /// <remarks>A null array is NULL, not empty: the conversion to memory would lose that.</remarks>
    public void Bytes(byte[]? value) => Bytes(value is null ? null : (ReadOnlyMemory<byte>?)value.AsMemory());

    public abstract void Bytes(ReadOnlyMemory<byte>? value);

    /// <summary>Bytes that are the writer's own only for the moment.</summary>
    public virtual void Form(ReadOnlySpan<byte> value) => Bytes(value.ToArray());

    public abstract void EndRow();

    public abstract void End();

    /// <summary>Deletes the rows whose <paramref name="column"/> is one of <paramref name="values"/>.</summary>
    public abstract void Delete(string table, string column, IReadOnlyCollection<long> values);

    /// <summary>Deletes the rows whose two columns are one of <paramref name="values"/>.</summary>
    public abstract void Delete(string table, string first, string second, IReadOnlyCollection<(long First, long Second)> values);

    /// <summary>Appends to one table what another one holds, column by column, where <paramref name="column"/> is one of <paramref name="values"/>.</summary>
    public abstract void Copy(BulkTable from, BulkTable to, string column, IReadOnlyCollection<long> values);

    /// <summary>Where these golden ids stand, within the page's transaction; unknown ids are left out.</summary>
    public virtual IEnumerable<GoldenHead> Heads(RegistryContext context, IEnumerable<long> ids) =>
        ids.Chunk(PageScope.Chunk).SelectMany(chunk => RegistryQueries.Heads(context, chunk));

    public void Text(string? value) => StoredTextValue(value is null ? null : Encoding.StoredText.Write(value));

    public abstract void Dispose();

    protected abstract void StoredTextValue(string? value);
}
