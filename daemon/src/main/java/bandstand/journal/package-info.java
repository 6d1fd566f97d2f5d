/**
 * The append-only record on disk: the truth and the audit trail.
 *
 * <p>It knows bytes, streams and sequences, and nothing of inspections. Start reading at {@link
 * bandstand.journal.Journal}; {@code Frame} and {@code Segment} hold the bytes, {@code Walk} reads
 * them in order, {@code Verdict} tells a torn tail from damage, {@code Writer} appends, {@code
 * Tombstones} erases, {@code Disk} is the seam at which tests fail.
 *
 * <h2>Format 1</h2>
 *
 * <p>A journal is a folder of segments {@code journal-N.log}, N being the sequence of the first
 * frame in twelve digits. All integers are big-endian; texts are UTF-8. A segment is a header of 32
 * bytes, which keeps this shape in every later format, and frames without gaps:
 *
 * <pre>
 * offset  size  header
 *      0     8  BANDJRNL
 *      8     4  data format, 1
 *     12     8  sequence of the first frame
 *     20     8  nonce, random
 *     28     4  CRC32C of bytes 0 to 27
 *
 * offset  size  frame
 *      0     4  length of the frame, these four bytes included
 *      4     4  CRC32C of the segment's nonce, the length, and bytes 8 to the end
 *      8     8  sequence: one more than the frame before, across segments
 *     16     8  highest sequence forced to disk when this frame was written, 0 if none was
 *     24     8  revision of the stream
 *     32     8  time, microseconds since 1970-01-01T00:00:00Z
 *     40     4  part: place in its entry, from 0
 *     44     1  kind: 1 part, 2 closing part
 *     45     1  content: 1 present, 0 erased (salt and payload are zeros)
 *     46     1  length S of the stream, 1 to 64
 *     47     1  length A of the author, 0 to 255
 *     48     4  length P of the payload, 1 to 2097152
 *     52    32  digest: SHA-256 of salt and payload as they were given
 *     84    32  link
 *    116    16  salt, random
 *    132     S  stream
 *  132+S     A  author
 *          P    payload
 * </pre>
 *
 * <p>The link is SHA-256 over the link of the stream's frame before (32 zeros before the first),
 * sequence, revision, time, part, kind, S, A, stream, author and digest, each as it stands in the
 * frame. Digest and link outlive an erased payload, so the chain still verifies, and the salt's
 * absence keeps the payload from being guessed. The forced mark and the content byte are not
 * linked: the one is about this disk, the other changes.
 *
 * <p>The parts of an entry follow one another in one segment and are forced together; without its
 * closing part an entry does not count. A segment is forced before the next one is made, which has
 * its whole header before it has its name.
 *
 * <h2>What an end means</h2>
 *
 * <p>Bytes that are no frame, or an entry without its end, are a torn tail if nothing shows that
 * they had been acknowledged: no later segment, no later frame whose forced mark reaches them, no
 * watermark of the opener's. They are copied to {@code torn-N.bytes} and cut. Otherwise, and after
 * any fault that an interrupted write cannot leave (order, parts, chain, content, header), the
 * journal opens read-only with what precedes it. Damage to the very last batch looks like a torn
 * tail: only the watermark tells them apart.
 *
 * <h2>Beside the segments</h2>
 *
 * <pre>
 * journal-N.log.new  a segment without its name yet; removed at the opening
 * torn-N.bytes       what was cut before frame N; the sixteen latest are kept, all go with an erasure
 * reserve            4 MiB of noise, given up when space runs out
 * erasing.pending    tombstones still to be laid: BANDERAS (8), count (4), then for each frame
 *                    segment (8), offset (8), payload length (4), length (4) and bytes of its new
 *                    head, which zeros follow; CRC32C of all this (4). Noise until the erasure
 *                    is recorded, so that there is room for it; whatever is no record is dropped
 * </pre>
 *
 * <h2>Options refused</h2>
 *
 * <p>Marking what is forced in a file of its own: a second force a batch. Repeating a failed force:
 * the system may have dropped what it could not write, so the next opening writes what no later
 * frame knows to be on disk once more. Sharing an open file between readers: an interrupt of one
 * closes it for all. Erasing by rewriting a segment: every position would move.
 */
@NullMarked
package bandstand.journal;

import org.jspecify.annotations.NullMarked;
