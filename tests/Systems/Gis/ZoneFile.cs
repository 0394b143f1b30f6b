namespace IntegrationHub.Tests.Systems.Gis;

/// <summary>A file of districts: D1 with a hole, D2 in two parts, D3 over a corner of D1.</summary>
internal sealed class ZoneFile : IDisposable
{
    public ZoneFile() => Path = With("districts.geojson", """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"code":"D1"},"geometry":{"type":"Polygon","coordinates":[
            [[-0.6,47.4],[-0.5,47.4],[-0.5,47.5],[-0.6,47.5],[-0.6,47.4]],
            [[-0.57,47.44],[-0.56,47.44],[-0.56,47.45],[-0.57,47.45],[-0.57,47.44]]]}},
          {"type":"Feature","properties":{"code":"D2"},"geometry":{"type":"MultiPolygon","coordinates":[
            [[[-0.57,47.44],[-0.56,47.44],[-0.56,47.45],[-0.57,47.45],[-0.57,47.44]]],
            [[[-0.4,47.4],[-0.3,47.4],[-0.3,47.5],[-0.4,47.5],[-0.4,47.4]]]]}},
          {"type":"Feature","properties":{"code":"D3"},"geometry":{"type":"Polygon","coordinates":[
            [[-0.51,47.49],[-0.45,47.49],[-0.45,47.55],[-0.51,47.55],[-0.51,47.49]]]}}]}
        """);

    public string Folder { get; } = Directory.CreateTempSubdirectory("hub-zones-").FullName;

    public string Path { get; }

    public string With(string name, string content)
    {
        var path = System.IO.Path.Combine(Folder, name);
        File.WriteAllText(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
