using System.Xml;

namespace IntegrationHub.Connectors.Files.Xml;

/// <summary>Reads one element with all it holds, in bounded memory.</summary>
/// <param name="limit">Most letters of one element; what is beyond is read over.</param>
/// <param name="leaveOut">Names of elements that never reach the memory, bank details for one.</param>
internal sealed class XmlItemReader(int limit, IReadOnlySet<string> leaveOut)
{
    private const int Deepest = 64;
    private readonly char[] chunk = new char[4096];
    private int letters;

    /// <summary>What is wrong with the element last read; null for nothing.</summary>
    public string? Problem { get; private set; }

    /// <param name="reader">On the element; afterwards on its end.</param>
    /// <exception cref="XmlException">The document breaks off inside.</exception>
    public XmlItem Read(XmlReader reader)
    {
        (Problem, letters) = (null, 0);
        var root = Begin(reader);
        if (reader.IsEmptyElement)
        {
            return root;
        }

        var open = new Stack<XmlItem>([root]);
        reader.Read();
        while (open.Count > 0)
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element when leaveOut.Contains(reader.LocalName):
                    reader.Skip();
                    continue;
                case XmlNodeType.Element:
                    Enter(reader, open);
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                    AppendText(reader, open.Peek());
                    continue;
                case XmlNodeType.EndElement:
                    open.Pop();
                    if (open.Count == 0)
                    {
                        return root;
                    }

                    break;
                case XmlNodeType.EntityReference:
                    Problem = "xml.entity";
                    break;
                default:
                    break;
            }

            if (!reader.Read())
            {
                throw new XmlException("the document ends inside an element");
            }
        }

        return root;
    }

    private void Enter(XmlReader reader, Stack<XmlItem> open)
    {
        var empty = reader.IsEmptyElement;
        var item = Begin(reader);
        if (open.Count >= Deepest)
        {
            Problem ??= "xml.too-deep";
        }
        else if (Problem is null)
        {
            open.Peek().Children.Add(item);
        }

        if (!empty)
        {
            open.Push(item);
        }
    }

    private XmlItem Begin(XmlReader reader)
    {
        var item = new XmlItem(reader.LocalName);
        Count(item.Name.Length);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI is "http://www.w3.org/2000/xmlns/" or "http://www.w3.org/2001/XMLSchema-instance")
            {
                continue;
            }

            Count(reader.Value.Length);
            if (Problem is null)
            {
                item.Attributes.Add((reader.LocalName, reader.Value));
            }
        }

        reader.MoveToElement();
        return item;
    }

    // In pieces: a text of a gigabyte never stands in memory as one.
    private void AppendText(XmlReader reader, XmlItem item)
    {
        int read;
        while ((read = reader.ReadValueChunk(chunk, 0, chunk.Length)) > 0)
        {
            Count(read);
            if (Problem is null)
            {
                item.Append(chunk, read);
            }
        }

        if (!reader.Read())
        {
            throw new XmlException("the document ends inside an element");
        }
    }

    private void Count(int more)
    {
        letters = (int)Math.Min(int.MaxValue, (long)letters + more);
        if (letters > limit)
        {
            Problem ??= "row.too-long";
        }
    }
}
