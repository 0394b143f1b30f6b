namespace IntegrationHub.Tests.Benchmarks.Accuracy;

/// <summary>The same records as a worse source would hold them: values lost, letters and digits mistyped.</summary>
internal sealed class Damage(double missing, double slips, int seed)
{
    private readonly Random _random = new(seed);

    public DataSet Of(DataSet data) => missing + slips == 0 ? data : data with
    {
        Name = $"{data.Name}, {missing:P0} missing, {slips:P0} slips",
        Records = [.. data.Records.Select(record => record with { Values = [.. record.Values.Select(Kept)] })],
    };

    private IReadOnlyList<string> Kept(IReadOnlyList<string> values) =>
        _random.NextDouble() < missing ? [] : [.. values.Select(value => _random.NextDouble() < slips ? Slip(value) : value)];

    /// <summary>A value of a row written once more; "" where it is lost.</summary>
    public string Of(string value) => _random.NextDouble() < missing ? "" : _random.NextDouble() < slips ? Slip(value) : value;

    /// <summary>One character lost, doubled, replaced by any letter or digit, or exchanged with the next.</summary>
    private string Slip(string value)
    {
        if (value.Length < 2)
        {
            return value;
        }

        var at = _random.Next(value.Length - 1);
        return _random.Next(4) switch
        {
            0 => value.Remove(at, 1),
            1 => value.Insert(at, value[at..(at + 1)]),
            2 => value[..at] + (char.IsAsciiDigit(value[at]) ? (char)('0' + _random.Next(10)) : (char)('A' + _random.Next(26))) + value[(at + 1)..],
            _ => value[..at] + value[at + 1] + value[at] + value[(at + 2)..],
        };
    }
}
