namespace IntegrationHub.Mdm.Storage.Writing;

/// <summary>The writer's copy of the connections table during one page: numbers new names and counts live records.</summary>
internal sealed class ConnectionBook
{
    private readonly Dictionary<string, ConnectionEntity> _byName;
    private readonly HashSet<ConnectionEntity> _changed = [];
    private readonly HashSet<long> _stored;

    public ConnectionBook(IReadOnlyCollection<ConnectionEntity> stored)
    {
        _byName = stored.ToDictionary(row => Encoding.StoredText.Read(row.Name), StringComparer.Ordinal);
        _stored = [.. stored.Select(row => row.Id)];
    }

    public long IdOf(string name) => Find(name).Id;

    /// <summary>One bit a connection, shared by every sixty-third: a filter that lets too many through, never too few.</summary>
    public static long MaskOf(long id) => 1L << (int)(id % 63);

    public void Count(string name, int change) => Count(Find(name), change);

    public void Count(long id, int change) => Count(_byName.Values.First(row => row.Id == id), change);

    public void Write(BulkWriter bulk)
    {
        if (_changed.Count == 0)
        {
            return;
        }

        bulk.Delete(RegistryTables.Connections.Name, "id", [.. _changed.Select(row => row.Id).Where(_stored.Contains)]);
        bulk.Begin(RegistryTables.Connections);
        foreach (var row in _changed.OrderBy(row => row.Id))
        {
            bulk.Integer(row.Id);
            bulk.Text(Encoding.StoredText.Read(row.Name));
            bulk.Integer(row.LiveRecords);
            bulk.EndRow();
        }

        bulk.End();
    }

    private ConnectionEntity Find(string name)
    {
        if (!_byName.TryGetValue(name, out var row))
        {
            _byName[name] = row = new ConnectionEntity { Id = _byName.Count + 1, Name = Encoding.StoredText.Write(name) };
            _changed.Add(row);
        }

        return row;
    }

    private void Count(ConnectionEntity row, int change)
    {
        row.LiveRecords += change;
        _changed.Add(row);
    }
}
